-- What moved in each account of a ledger by days: a trial balance, and the opening balance of a statement, add up days and not
-- every posting since the ledger began. An entry counts here from the moment on at which it has its voucher number, by the
-- same statement; the few that still wait for theirs are added by whoever asks. No writer waits for another because of it.
CREATE TABLE ledger_day (
  ledger  uuid          NOT NULL REFERENCES ledger,
  account varchar(20)   NOT NULL,
  day     date          NOT NULL,
  debit   numeric(19,2) NOT NULL CHECK (debit >= 0),
  credit  numeric(19,2) NOT NULL CHECK (credit >= 0),
  PRIMARY KEY (ledger, account, day)
);

CREATE OR REPLACE FUNCTION number_vouchers(most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  numbered int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('funding.vouchers', 16)) THEN
    RETURN 0;
  END IF;
  WITH taken AS (
    DELETE FROM unnumbered_entry WHERE recorded IN (
      SELECT recorded FROM unnumbered_entry ORDER BY recorded LIMIT most)
    RETURNING entry, recorded),
  of_period AS (
    SELECT e.id, e.recorded, e.ledger, extract(year FROM e.booked_on)::int AS year,
           extract(month FROM e.booked_on)::int AS month
    FROM taken t JOIN entry e ON e.id = t.entry),
  of_day AS (
    INSERT INTO ledger_day (ledger, account, day, debit, credit)
    SELECT e.ledger, p.account, e.booked_on, coalesce(sum(p.amount) FILTER (WHERE p.amount > 0), 0),
           coalesce(-sum(p.amount) FILTER (WHERE p.amount < 0), 0)
    FROM taken t JOIN entry e ON e.id = t.entry JOIN posting p ON p.entry = e.id
    GROUP BY e.ledger, p.account, e.booked_on
    ON CONFLICT (ledger, account, day) DO UPDATE
    SET debit = ledger_day.debit + excluded.debit, credit = ledger_day.credit + excluded.credit)
  INSERT INTO voucher (entry, ledger, year, month, number)
  SELECT p.id, p.ledger, p.year, p.month,
         coalesce((SELECT v.number FROM voucher v
                   WHERE v.ledger = p.ledger AND v.year = p.year AND v.month = p.month
                   ORDER BY v.number DESC LIMIT 1), 0)
         + row_number() OVER (PARTITION BY p.ledger, p.year, p.month ORDER BY p.recorded)
  FROM of_period p;
  GET DIAGNOSTICS numbered = ROW_COUNT;
  RETURN numbered;
END $$;

INSERT INTO ledger_day (ledger, account, day, debit, credit)
SELECT e.ledger, p.account, e.booked_on, coalesce(sum(p.amount) FILTER (WHERE p.amount > 0), 0),
       coalesce(-sum(p.amount) FILTER (WHERE p.amount < 0), 0)
FROM voucher v JOIN entry e ON e.id = v.entry JOIN posting p ON p.entry = e.id
GROUP BY e.ledger, p.account, e.booked_on;

-- What moved, as far as it is recorded now: what has its voucher number, and what waits for it.
CREATE VIEW ledger_movement AS
  SELECT d.ledger, d.account, d.day, d.debit, d.credit FROM ledger_day d
  UNION ALL
  SELECT e.ledger, p.account, e.booked_on, greatest(p.amount, 0), greatest(-p.amount, 0)
  FROM unnumbered_entry u JOIN entry e ON e.id = u.entry JOIN posting p ON p.entry = e.id;

-- A page of a statement begins at its day.
CREATE INDEX entry_ledger_day ON entry (ledger, booked_on, recorded);

GRANT SELECT ON ledger_day, ledger_movement TO ${runtime_role};
