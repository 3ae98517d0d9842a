-- What is gone with a crash without anybody missing it is not written to the log, and nobody waits for the disk because of it: counters of
-- rate limits, and who has which item open (a decision on an old page is refused by the item's version, with a claim or without one).
ALTER TABLE "rate_limit" SET UNLOGGED;
ALTER TABLE "Claim" SET UNLOGGED;
