-- The use of a community's money, made public for every period (Art. 16): a copy as known at a size of the event log,
-- which never changes. What became known later is a new version that names the old one.

-- A natural person's name is masked wherever it is public; which a payee is, is the accountant's to say.
ALTER TABLE expenditure_detail
  ADD COLUMN payee_kind varchar(12) NOT NULL DEFAULT 'PERSON' CHECK (payee_kind IN ('PERSON', 'ORGANISATION'));

CREATE TABLE disclosure (
  id           uuid          PRIMARY KEY,
  community    char(12)      NOT NULL,
  period_from  date          NOT NULL,
  period_to    date          NOT NULL CHECK (period_to > period_from),
  version      int           NOT NULL CHECK (version > 0),
  corrects     uuid          UNIQUE REFERENCES disclosure,
  opening      numeric(19,2) NOT NULL,
  money_in     numeric(19,2) NOT NULL CHECK (money_in >= 0),
  money_out    numeric(19,2) NOT NULL CHECK (money_out >= 0),
  closing      numeric(19,2) NOT NULL,
  movements    int           NOT NULL CHECK (movements >= 0),
  overdue      int           NOT NULL CHECK (overdue >= 0),
  -- Entries whose event has a smaller number are in it: the size of a checkpoint.
  log_size     bigint        NOT NULL CHECK (log_size >= 0),
  published_at timestamptz   NOT NULL,
  CONSTRAINT disclosure_adds_up CHECK (opening + money_in - money_out = closing),
  CHECK ((version = 1) = (corrects IS NULL)),
  UNIQUE (community, period_from, version)
);

-- Money that came in is positive, money that went out negative.
CREATE TABLE disclosure_line (
  disclosure  uuid          NOT NULL REFERENCES disclosure,
  line        int           NOT NULL CHECK (line > 0),
  entry       uuid          NOT NULL REFERENCES entry,
  fund        uuid          NOT NULL REFERENCES fund,
  booked_on   date          NOT NULL,
  kind        varchar(20)   NOT NULL,
  amount      numeric(19,2) NOT NULL CHECK (amount <> 0),
  category    varchar(40),
  counterpart varchar(100),
  PRIMARY KEY (disclosure, line),
  UNIQUE (disclosure, entry, fund)
);

CREATE TABLE disclosure_obligation (
  disclosure   uuid          NOT NULL REFERENCES disclosure,
  line         int           NOT NULL CHECK (line > 0),
  obligation   uuid          NOT NULL REFERENCES obligation,
  payer        varchar(18)   NOT NULL,
  amount_due   numeric(19,2) NOT NULL,
  due_on       date          NOT NULL,
  paid_in_time numeric(19,2) NOT NULL,
  paid         numeric(19,2) NOT NULL,
  status       varchar(12)   NOT NULL CHECK (status IN ('LATE', 'SHORT', 'PAID_LATE')),
  PRIMARY KEY (disclosure, line),
  UNIQUE (disclosure, obligation),
  CHECK (paid_in_time < amount_due AND paid_in_time <= paid AND paid <= amount_due)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure_line EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure_obligation EXECUTE FUNCTION refuse_change();

-- What the bank holds of a fund is what all its postings leave to it: each entry sums to zero. So this sum, negative,
-- is the money of a community's funds, whatever accounts the ledger has.
CREATE FUNCTION community_money(wanted char(12), from_day date, to_day date, size bigint)
RETURNS TABLE (entry uuid, fund uuid, amount numeric)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT p.entry, p.fund, -sum(p.amount)
  FROM fund f JOIN posting p ON p.fund = f.id JOIN entry e ON e.id = p.entry JOIN event_log g ON g.outbox_id = e.event
  WHERE f.community = wanted AND e.booked_on BETWEEN from_day AND to_day AND g.sequence < size
  GROUP BY p.entry, p.fund HAVING sum(p.amount) <> 0
$$;

-- Totals and lines are those of the ledger, to the fen, as known at the log's size.
CREATE FUNCTION disclosure_equals_ledger(checked uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  d disclosure := (SELECT x FROM disclosure x WHERE x.id = checked);
BEGIN
  IF d.opening <> (SELECT coalesce(sum(amount), 0)
                   FROM community_money(d.community, '-infinity', d.period_from - 1, d.log_size))
     OR d.closing <> (SELECT coalesce(sum(amount), 0)
                      FROM community_money(d.community, '-infinity', d.period_to, d.log_size))
     OR EXISTS (SELECT l.entry, l.fund, l.amount FROM disclosure_line l WHERE l.disclosure = d.id
                EXCEPT SELECT * FROM community_money(d.community, d.period_from, d.period_to, d.log_size))
     OR (d.movements, d.money_in, d.money_out) IS DISTINCT FROM (
          SELECT (count(*)::int, coalesce(sum(amount) FILTER (WHERE amount > 0), 0),
                  coalesce(-sum(amount) FILTER (WHERE amount < 0), 0))
          FROM disclosure_line WHERE disclosure = d.id)
     OR d.movements <> (SELECT count(*)
                        FROM community_money(d.community, d.period_from, d.period_to, d.log_size))
     OR d.overdue <> (SELECT count(*) FROM disclosure_obligation WHERE disclosure = d.id) THEN
    RAISE EXCEPTION 'disclosure % is not what the ledger says', d.id USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION check_disclosure() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM disclosure_equals_ledger(NEW.id);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER equals_ledger AFTER INSERT ON disclosure DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_disclosure();

-- The head says how many parts there are and is checked to have them all: after that no place is left for another one.
CREATE FUNCTION disclosure_has_place() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.line > (SELECT CASE TG_TABLE_NAME WHEN 'disclosure_line' THEN d.movements ELSE d.overdue END
                 FROM disclosure d WHERE d.id = NEW.disclosure) THEN
    RAISE EXCEPTION 'disclosure % is published', NEW.disclosure USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER has_place BEFORE INSERT ON disclosure_line FOR EACH ROW EXECUTE FUNCTION disclosure_has_place();
CREATE TRIGGER has_place BEFORE INSERT ON disclosure_obligation FOR EACH ROW EXECUTE FUNCTION disclosure_has_place();

-- What there is to look at, and how far the looking has come.
CREATE TABLE disclosure_due (
  community   char(12) NOT NULL,
  period_from date     NOT NULL,
  period_to   date     NOT NULL,
  PRIMARY KEY (community, period_from)
);
CREATE TABLE disclosure_progress (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  log_size  bigint  NOT NULL DEFAULT 0,
  period_to date    NOT NULL DEFAULT '2010-12-31'
);
INSERT INTO disclosure_progress DEFAULT VALUES;

CREATE TABLE disclosure_question (
  id         uuid          PRIMARY KEY,
  disclosure uuid          NOT NULL REFERENCES disclosure,
  asked_by   varchar(200)  NOT NULL,
  asked_on   date          NOT NULL,
  question   varchar(1000) NOT NULL CHECK (question <> ''),
  answer_by  date          NOT NULL CHECK (answer_by >= asked_on)
);
CREATE INDEX disclosure_question_disclosure ON disclosure_question (disclosure, id);
CREATE TABLE disclosure_answer (
  question    uuid          PRIMARY KEY REFERENCES disclosure_question,
  answered_by varchar(200)  NOT NULL,
  answered_on date          NOT NULL,
  answer      varchar(4000) NOT NULL CHECK (answer <> '')
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure_question EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure_answer EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON disclosure, disclosure_line, disclosure_obligation, disclosure_question, disclosure_answer
  TO ${runtime_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON disclosure_due TO ${runtime_role};
GRANT SELECT, UPDATE (log_size, period_to) ON disclosure_progress TO ${runtime_role};
