-- An obligation ends when it is paid, or when what it was for ended before it was due (Art. 5). Nobody lowers it by hand:
-- what is cancelled follows from a row that names the decision.

ALTER TABLE obligation ADD COLUMN cancelled numeric(19,2) NOT NULL DEFAULT 0;
ALTER TABLE obligation DROP CONSTRAINT obligation_paid_at_most_due;
ALTER TABLE obligation ADD CONSTRAINT obligation_paid_at_most_due
  CHECK (paid >= 0 AND cancelled >= 0 AND paid + cancelled <= amount_due);

DROP INDEX obligation_open;
CREATE INDEX obligation_open ON obligation (ledger, payer, due_on) WHERE paid + cancelled < amount_due;
CREATE INDEX obligation_coming_due ON obligation (due_on, id) WHERE paid + cancelled < amount_due;

CREATE TABLE obligation_cancellation (
  obligation   uuid          PRIMARY KEY REFERENCES obligation,
  amount       numeric(19,2) NOT NULL CHECK (amount > 0),
  reason       varchar(30)   NOT NULL CHECK (reason IN ('PLACEMENT_EXITED')),
  reference    uuid          NOT NULL,
  cancelled_on date          NOT NULL,
  recorded_at  timestamptz   NOT NULL
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON obligation_cancellation EXECUTE FUNCTION refuse_change();

CREATE FUNCTION nothing_cancelled_yet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.cancelled := 0;
  RETURN NEW;
END $$;

CREATE TRIGGER nothing_cancelled_yet BEFORE INSERT ON obligation FOR EACH ROW EXECUTE FUNCTION nothing_cancelled_yet();

-- All that is outstanding is cancelled, and only before it is due: what was due stays owed.
CREATE FUNCTION cancel_obligation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE obligation SET cancelled = NEW.amount
  WHERE id = NEW.obligation AND cancelled = 0 AND amount_due - paid = NEW.amount AND due_on > NEW.cancelled_on;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'obligation % is due already, or % is not what is outstanding', NEW.obligation, NEW.amount
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER cancel_obligation BEFORE INSERT ON obligation_cancellation
  FOR EACH ROW EXECUTE FUNCTION cancel_obligation();

GRANT SELECT, INSERT ON obligation_cancellation TO ${runtime_role};
