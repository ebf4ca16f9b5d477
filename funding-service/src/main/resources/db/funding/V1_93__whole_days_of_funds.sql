-- All that a fund held at the end of each day on which it moved: beside what may not end below zero also what was applied, what givers
-- owe it, and what was spent by category. A balance is one row, however much was booked.
ALTER TABLE fund_day
  ADD COLUMN applied    numeric(19,2) NOT NULL DEFAULT 0,
  ADD COLUMN receivable numeric(19,2) NOT NULL DEFAULT 0,
  ADD COLUMN spent      jsonb         NOT NULL DEFAULT '{}';
