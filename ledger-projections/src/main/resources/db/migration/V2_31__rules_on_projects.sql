-- What a fund's rules say on projects. Rules from before said nothing: nothing is to be filled anew.
ALTER TABLE fund.rules ADD COLUMN notice_working_days integer, ADD COLUMN reviews_required integer;

CREATE TABLE fund.category_rule (
    fund_code text COLLATE "C" NOT NULL,
    version   integer NOT NULL,
    category  text COLLATE "C" NOT NULL,
    requires  text[] NOT NULL,
    PRIMARY KEY (fund_code, version, category)
);
