-- What entries moved that wait for their voucher number, looked up one by one: however many are believed to wait, the table of
-- postings is never read as a whole.
CREATE VIEW waiting_posting AS
  SELECT m.ledger, m.booked_on, m.account, m.debit, m.credit
  FROM unnumbered_entry u CROSS JOIN LATERAL (
    SELECT e.ledger, e.booked_on, p.account, greatest(p.amount, 0) AS debit, greatest(-p.amount, 0) AS credit
    FROM entry e JOIN posting p ON p.entry = e.id WHERE e.id = u.entry OFFSET 0) m;

CREATE OR REPLACE VIEW ledger_movement AS
  SELECT ledger, account, day, debit, credit FROM ledger_day
  UNION ALL
  SELECT ledger, account, booked_on, debit, credit FROM waiting_posting;

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
  SELECT w.account, w.debit, w.credit FROM waiting_posting w
  WHERE w.ledger = of_ledger AND w.booked_on <= last
$$;

GRANT SELECT ON waiting_posting TO ${runtime_role};
