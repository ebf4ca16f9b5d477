-- A posting repeats of its entry on which day it is booked, where it stands among all, and which event told of it last: what moved in
-- a fund in a month, and what somebody knew of it, is read from one index and not entry by entry.
ALTER TABLE posting ADD COLUMN booked_on date, ADD COLUMN recorded bigint, ADD COLUMN event bigint;

-- For what was posted so far, row by row in the order in which they lie, and without indexes, which are then built anew in one go.
-- Nobody books or reads postings meanwhile.
ALTER TABLE posting DISABLE TRIGGER append_only, DROP CONSTRAINT posting_pkey;
DROP INDEX posting_fund, posting_receivable;
UPDATE posting p SET (booked_on, recorded, event) = (SELECT e.booked_on, e.recorded, e.event FROM entry e WHERE e.id = p.entry);
ALTER TABLE posting
  ENABLE TRIGGER append_only, ADD PRIMARY KEY (entry, line),
  ALTER COLUMN booked_on SET NOT NULL, ALTER COLUMN recorded SET NOT NULL, ALTER COLUMN event SET NOT NULL;
CREATE INDEX posting_receivable ON posting (fund, payer) INCLUDE (amount) WHERE account = 'RECEIVABLE';
CREATE INDEX posting_fund ON posting (fund, account, booked_on, recorded, line) INCLUDE (event, category, amount)
  WHERE fund IS NOT NULL;
-- An index is read alone where the table was vacuumed since.
ALTER TABLE posting SET (autovacuum_vacuum_insert_scale_factor = 0.02);

-- Nobody but this fills them in: whatever a writer says, they are those of the entry.
CREATE FUNCTION posting_of_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  SELECT booked_on, recorded, event INTO NEW.booked_on, NEW.recorded, NEW.event FROM entry WHERE id = NEW.entry;
  RETURN NEW;
END $$;

CREATE TRIGGER of_entry BEFORE INSERT ON posting FOR EACH ROW EXECUTE FUNCTION posting_of_entry();

-- What a fund held at the end of a day: debit positive, credit negative.
CREATE FUNCTION held_by(of_fund uuid, last date) RETURNS TABLE (account text, category text, amount numeric)
LANGUAGE sql STABLE AS $$
  SELECT held.account, held.category, held.amount
  FROM (SELECT * FROM fund_day WHERE fund = of_fund AND day <= last ORDER BY day DESC LIMIT 1) d,
  LATERAL (
    VALUES ('AVAILABLE', NULL, -d.available), ('RESERVED', NULL, -d.reserved), ('COMMITTED', NULL, -d.committed),
           ('PAYABLE', NULL, -d.payable), ('APPLIED', NULL, -d.applied), ('RECEIVABLE', NULL, d.receivable)
    UNION ALL SELECT 'SPENT', spent.category, CAST(spent.amount AS numeric)
    FROM jsonb_each_text(d.spent) spent (category, amount)) held (account, category, amount)
$$;
REVOKE ALL ON FUNCTION held_by(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_by(uuid, date) TO ${runtime_role};
