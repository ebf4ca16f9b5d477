-- What the bank says (银行对账): statements that add up and follow on each other, and their lines matched to entries.

CREATE TABLE bank_statement (
  id          uuid          PRIMARY KEY,
  ledger      uuid          NOT NULL REFERENCES ledger,
  number      varchar(64)   NOT NULL,
  period_from date          NOT NULL,
  period_to   date          NOT NULL,
  opening     numeric(19,2) NOT NULL,
  closing     numeric(19,2) NOT NULL,
  lines       int           NOT NULL,
  -- SHA-256 of what was imported: the same statement twice is told from another one under its number.
  fingerprint varchar(64)   NOT NULL,
  imported_by varchar(200)  NOT NULL,
  imported_at timestamptz   NOT NULL,
  made_in     xid8          NOT NULL DEFAULT pg_current_xact_id(),
  UNIQUE (ledger, number),
  UNIQUE (ledger, period_from),
  CHECK (period_to >= period_from)
);

-- Positive came in, negative went out.
CREATE TABLE bank_line (
  id             uuid          PRIMARY KEY,
  statement      uuid          NOT NULL REFERENCES bank_statement,
  ledger         uuid          NOT NULL REFERENCES ledger,
  line           int           NOT NULL CHECK (line > 0),
  bank_reference varchar(64)   NOT NULL,
  booked_on      date          NOT NULL,
  amount         numeric(19,2) NOT NULL CHECK (amount <> 0),
  remark         varchar(200),
  UNIQUE (ledger, bank_reference),
  UNIQUE (statement, line)
);
CREATE INDEX bank_line_day ON bank_line (ledger, booked_on);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_statement EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_line EXECUTE FUNCTION refuse_change();

-- A statement begins on the day after the last one ended, with what that one left.
CREATE FUNCTION statement_is_next() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last bank_statement;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('bank-statements/' || NEW.ledger, 16));
  SELECT * INTO last FROM bank_statement WHERE ledger = NEW.ledger ORDER BY period_to DESC LIMIT 1;
  IF FOUND AND (NEW.period_from <> last.period_to + 1 OR NEW.opening <> last.closing) THEN
    RAISE EXCEPTION 'statement % does not follow on %', NEW.number, last.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER is_next BEFORE INSERT ON bank_statement FOR EACH ROW EXECUTE FUNCTION statement_is_next();

CREATE FUNCTION statement_adds_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM bank_line WHERE statement = NEW.id
    HAVING NEW.opening + coalesce(sum(amount), 0) = NEW.closing AND count(*) = NEW.lines
       AND coalesce(bool_and(ledger = NEW.ledger AND booked_on BETWEEN NEW.period_from AND NEW.period_to), true)) THEN
    RAISE EXCEPTION 'statement % does not add up', NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON bank_statement DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION statement_adds_up();

CREATE FUNCTION line_joins_new_statement() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM added a JOIN bank_statement s ON s.id = a.statement WHERE s.made_in <> pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a line joins only a statement made in the same transaction' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER joins_new_statement AFTER INSERT ON bank_line REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION line_joins_new_statement();

-- A line and an entry that are the same movement. Taken back by a row in bank_unmatch, never by deletion.
CREATE TABLE bank_match (
  id         uuid         PRIMARY KEY,
  ledger     uuid         NOT NULL REFERENCES ledger,
  line       uuid         NOT NULL REFERENCES bank_line,
  entry      uuid         NOT NULL REFERENCES entry,
  basis      varchar(20)  NOT NULL CHECK (basis IN ('BANK_REFERENCE', 'AMOUNT_AND_DATE', 'MANUAL')),
  reason     varchar(500),
  rule       varchar(100),
  matched_by varchar(200) NOT NULL,
  matched_at timestamptz  NOT NULL,
  undone     boolean      NOT NULL DEFAULT false,
  CHECK ((basis = 'MANUAL') = (reason IS NOT NULL)),
  CHECK ((basis = 'AMOUNT_AND_DATE') = (rule IS NOT NULL))
);
CREATE UNIQUE INDEX bank_match_line ON bank_match (line) WHERE NOT undone;
CREATE UNIQUE INDEX bank_match_entry ON bank_match (entry) WHERE NOT undone;
CREATE INDEX bank_match_ledger ON bank_match (ledger, id);

CREATE TABLE bank_unmatch (
  match        uuid         PRIMARY KEY REFERENCES bank_match,
  reason       varchar(500) NOT NULL,
  unmatched_by varchar(200) NOT NULL,
  unmatched_at timestamptz  NOT NULL
);
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON bank_match EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_unmatch EXECUTE FUNCTION refuse_change();

-- Both sides say the same amount, and who paid does not reconcile (出纳不得兼任对账).
CREATE FUNCTION match_is_right() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM bank_line l, entry e
    WHERE l.id = NEW.line AND e.id = NEW.entry AND l.ledger = NEW.ledger AND e.ledger = NEW.ledger
      AND e.kind <> 'OPENING' AND l.amount = (SELECT sum(p.amount) FROM posting p WHERE p.entry = e.id AND p.account = 'BANK')
      AND NOT (e.kind IN ('PAYMENT', 'RETURN_PAYMENT') AND e.made_by = NEW.matched_by)) THEN
    RAISE EXCEPTION 'line % is not matched with entry % by %', NEW.line, NEW.entry, NEW.matched_by
      USING ERRCODE = 'check_violation';
  END IF;
  NEW.undone := false;
  RETURN NEW;
END $$;

CREATE TRIGGER is_right BEFORE INSERT ON bank_match FOR EACH ROW EXECUTE FUNCTION match_is_right();

CREATE FUNCTION take_match_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM bank_match m JOIN entry e ON e.id = m.entry
             WHERE m.id = NEW.match AND e.kind IN ('PAYMENT', 'RETURN_PAYMENT') AND e.made_by = NEW.unmatched_by) THEN
    RAISE EXCEPTION 'who paid does not reconcile' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE bank_match SET undone = true WHERE id = NEW.match;
  RETURN NULL;
END $$;

CREATE TRIGGER take_back AFTER INSERT ON bank_unmatch FOR EACH ROW EXECUTE FUNCTION take_match_back();

GRANT SELECT ON bank_statement TO ${runtime_role};
GRANT INSERT (id, ledger, number, period_from, period_to, opening, closing, lines, fingerprint, imported_by, imported_at)
  ON bank_statement TO ${runtime_role};
GRANT SELECT, INSERT ON bank_line, bank_unmatch TO ${runtime_role};
GRANT SELECT ON bank_match TO ${runtime_role};
GRANT INSERT (id, ledger, line, entry, basis, reason, rule, matched_by, matched_at) ON bank_match TO ${runtime_role};
