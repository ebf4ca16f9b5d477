-- What moved in each account of a ledger by years, beside its months and days, and what came in and was applied for each division by
-- days: a balance of a ledger that has been kept for decades, and an indicator, add up few rows.
-- Until this is committed nobody numbers entries that would be missing here.
SELECT pg_advisory_xact_lock(hashtextextended('funding.vouchers', 16));

CREATE TABLE ledger_year (
  ledger  uuid          NOT NULL REFERENCES ledger,
  account varchar(20)   NOT NULL,
  year    int           NOT NULL,
  debit   numeric(19,2) NOT NULL CHECK (debit >= 0),
  credit  numeric(19,2) NOT NULL CHECK (credit >= 0),
  PRIMARY KEY (ledger, account, year)
);

INSERT INTO ledger_year (ledger, account, year, debit, credit)
SELECT ledger, account, extract(year FROM month)::int, sum(debit), sum(credit) FROM ledger_month GROUP BY 1, 2, 3;

-- A division's own money: that of a fund for the fund's community, or else for the division of the ledger.
CREATE TABLE division_day (
  division char(12)      NOT NULL,
  day      date          NOT NULL,
  received numeric(19,2) NOT NULL,
  applied  numeric(19,2) NOT NULL,
  PRIMARY KEY (division, day)
);

-- What postings of funds mean for their divisions. Credit is negative; what was received lies in one of five accounts.
CREATE VIEW division_posting AS
  SELECT p.entry, coalesce(f.community, l.division) AS division,
         CASE WHEN p.account IN ('AVAILABLE', 'RESERVED', 'COMMITTED', 'PAYABLE', 'APPLIED') THEN -p.amount ELSE 0 END AS received,
         CASE WHEN p.account = 'APPLIED' THEN -p.amount ELSE 0 END AS applied
  FROM posting p JOIN fund f ON f.id = p.fund JOIN ledger l ON l.id = f.ledger;

INSERT INTO division_day (division, day, received, applied)
SELECT p.division, e.booked_on, sum(p.received), sum(p.applied)
FROM voucher v JOIN entry e ON e.id = v.entry JOIN division_posting p ON p.entry = e.id
GROUP BY p.division, e.booked_on;

CREATE OR REPLACE FUNCTION number_vouchers(most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  numbered int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('funding.vouchers', 16));
  WITH taken AS (
    DELETE FROM unnumbered_entry WHERE recorded IN (
      SELECT recorded FROM unnumbered_entry ORDER BY recorded LIMIT most)
    RETURNING entry, recorded),
  of_period AS (
    SELECT e.id, e.recorded, e.ledger, extract(year FROM e.booked_on)::int AS year,
           extract(month FROM e.booked_on)::int AS month
    FROM taken t JOIN entry e ON e.id = t.entry),
  moved AS (
    SELECT e.ledger, p.account, e.booked_on AS day, sum(greatest(p.amount, 0)) AS debit, sum(greatest(-p.amount, 0)) AS credit
    FROM taken t JOIN entry e ON e.id = t.entry JOIN posting p ON p.entry = e.id
    GROUP BY e.ledger, p.account, e.booked_on),
  of_day AS (
    INSERT INTO ledger_day (ledger, account, day, debit, credit)
    SELECT ledger, account, day, debit, credit FROM moved
    ON CONFLICT (ledger, account, day) DO UPDATE
    SET debit = ledger_day.debit + excluded.debit, credit = ledger_day.credit + excluded.credit),
  of_month AS (
    INSERT INTO ledger_month (ledger, account, month, debit, credit)
    SELECT ledger, account, date_trunc('month', day)::date, sum(debit), sum(credit) FROM moved GROUP BY 1, 2, 3
    ON CONFLICT (ledger, account, month) DO UPDATE
    SET debit = ledger_month.debit + excluded.debit, credit = ledger_month.credit + excluded.credit),
  of_year AS (
    INSERT INTO ledger_year (ledger, account, year, debit, credit)
    SELECT ledger, account, extract(year FROM day)::int, sum(debit), sum(credit) FROM moved GROUP BY 1, 2, 3
    ON CONFLICT (ledger, account, year) DO UPDATE
    SET debit = ledger_year.debit + excluded.debit, credit = ledger_year.credit + excluded.credit),
  of_division AS (
    INSERT INTO division_day (division, day, received, applied)
    SELECT p.division, e.booked_on, sum(p.received), sum(p.applied)
    FROM taken t JOIN entry e ON e.id = t.entry JOIN division_posting p ON p.entry = e.id
    GROUP BY p.division, e.booked_on
    ON CONFLICT (division, day) DO UPDATE
    SET received = division_day.received + excluded.received, applied = division_day.applied + excluded.applied)
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

-- What moved until the end of a day, as far as it is recorded now: whole years, the months of the last one, the days of the last
-- month, and what waits for its voucher number.
CREATE OR REPLACE FUNCTION moved_until(of_ledger uuid, last date) RETURNS TABLE (account varchar(20), debit numeric, credit numeric)
LANGUAGE sql STABLE AS $$
  SELECT y.account, y.debit, y.credit FROM ledger_year y
  WHERE y.ledger = of_ledger AND y.year < extract(year FROM last)::int
  UNION ALL
  SELECT m.account, m.debit, m.credit FROM ledger_month m
  WHERE m.ledger = of_ledger AND m.month >= date_trunc('year', last) AND m.month < date_trunc('month', last)
  UNION ALL
  SELECT d.account, d.debit, d.credit FROM ledger_day d
  WHERE d.ledger = of_ledger AND d.day >= date_trunc('month', last) AND d.day <= last
  UNION ALL
  SELECT p.account, greatest(p.amount, 0), greatest(-p.amount, 0)
  FROM unnumbered_entry u JOIN entry e ON e.id = u.entry JOIN posting p ON p.entry = e.id
  WHERE e.ledger = of_ledger AND e.booked_on <= last
$$;

-- What moved, as far as it is recorded now: what has its voucher number, and what waits for it.
CREATE VIEW division_movement AS
  SELECT division, day, received, applied FROM division_day
  UNION ALL
  SELECT m.division, m.booked_on, m.received, m.applied
  FROM unnumbered_entry u CROSS JOIN LATERAL (
    SELECT p.division, e.booked_on, p.received, p.applied
    FROM entry e JOIN division_posting p ON p.entry = e.id WHERE e.id = u.entry
    -- However many are believed to wait: the postings of each are looked up, and the table is never read as a whole.
    OFFSET 0) m;

-- What is owed to a division is found by it.
CREATE INDEX obligation_division ON obligation (coalesce(community, division), due_on);

GRANT SELECT ON ledger_year, division_day, division_movement TO ${runtime_role};
