-- A disclosure that cannot be published is set aside with its reason and tried again later; it holds up no other one.
ALTER TABLE disclosure_due
  ADD COLUMN failures  int NOT NULL DEFAULT 0 CHECK (failures >= 0),
  ADD COLUMN reason    varchar(500),
  ADD COLUMN failed_at timestamptz,
  -- Not before this moment; null for what may be tried at once.
  ADD COLUMN retry_at  timestamptz,
  ADD CHECK ((failures = 0) = (reason IS NULL) AND (failures = 0) = (failed_at IS NULL)),
  ADD CHECK (failures > 0 OR retry_at IS NULL);
