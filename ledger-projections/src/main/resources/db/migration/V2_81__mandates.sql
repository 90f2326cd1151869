-- Who entrusts an entrusted fund's money, and what for. Older events do not say: nothing is to be filled anew.
ALTER TABLE fund.fund ADD COLUMN mandator text, ADD COLUMN mandate_purpose text;
