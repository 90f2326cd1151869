-- What is unallocated, by the year whose budget it came from.
CREATE TABLE fund.unallocated (
    fund_code   text COLLATE "C" NOT NULL,
    year        integer NOT NULL,
    origin_year integer NOT NULL,
    amount      numeric NOT NULL,
    PRIMARY KEY (fund_code, year, origin_year)
);

-- The events before now have not been seen by this table: the projection begins anew.
TRUNCATE fund.fund, fund.rules, fund.year, fund.plan_line, fund.commitment, fund.gap;
UPDATE fund.progress SET position = -1;
