-- What a version of a fund's rules says on supervision: one row a threshold that is not the usual one. Versions from
-- before say nothing, so nothing needs to be read again.
CREATE TABLE fund.threshold (
    fund_code text COLLATE "C" NOT NULL,
    version   integer NOT NULL,
    name      text COLLATE "C" NOT NULL,
    value     numeric NOT NULL,
    PRIMARY KEY (fund_code, version, name)
);
