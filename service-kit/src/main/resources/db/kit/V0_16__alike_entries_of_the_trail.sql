-- How often the same was read in the moment that an entry tells of.
ALTER TABLE audit_trail ADD COLUMN times int NOT NULL DEFAULT 1 CHECK (times > 0);
