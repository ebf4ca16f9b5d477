-- Money out (Art. 16): an accountant makes it, others approve it, the cashier pays it. The stage follows from the steps
-- alone, and an entry that reserves or pays needs its step.

CREATE TABLE expenditure (
  id               uuid          PRIMARY KEY,
  ledger           uuid          NOT NULL REFERENCES ledger,
  fund             uuid          NOT NULL REFERENCES fund,
  category         varchar(40)   NOT NULL,
  amount           numeric(19,2) NOT NULL CHECK (amount > 0),
  booked_on        date          NOT NULL,
  evidence         text[]        NOT NULL,
  -- The reservation whose money it takes (V1_20); what is available when there is none.
  draws_on         uuid,
  approvals_needed int           NOT NULL CHECK (approvals_needed BETWEEN 1 AND 2),
  rule             varchar(100)  NOT NULL,
  commitment       varchar(64)   NOT NULL,
  made_by          varchar(200)  NOT NULL,
  made_at          timestamptz   NOT NULL,
  stage            varchar(20)   NOT NULL DEFAULT 'RECORDED'
    CHECK (stage IN ('RECORDED', 'APPROVED_ONCE', 'APPROVED', 'REJECTED', 'PAID', 'RETURNED', 'WITHDRAWN'))
);
CREATE INDEX expenditure_fund ON expenditure (fund, id);
CREATE INDEX expenditure_ledger ON expenditure (ledger, id);

-- Personal data and free text stay out of events and of the ledger; deleting a row here leaves every proof intact.
CREATE TABLE expenditure_detail (
  expenditure uuid          PRIMARY KEY REFERENCES expenditure,
  payee       varchar(100)  NOT NULL,
  purpose     varchar(1000) NOT NULL,
  salt        bytea         NOT NULL CHECK (octet_length(salt) = 16)
);

CREATE TABLE expenditure_step (
  expenditure uuid          NOT NULL REFERENCES expenditure,
  step        varchar(20)   NOT NULL CHECK (step IN ('APPROVED', 'REJECTED', 'PAID', 'RETURNED', 'WITHDRAWN')),
  by_person   varchar(200)  NOT NULL,
  at          timestamptz   NOT NULL,
  reason      varchar(1000),
  entry       uuid          UNIQUE REFERENCES entry,
  PRIMARY KEY (expenditure, step, by_person)
);
-- One person takes one part in deciding and paying.
CREATE UNIQUE INDEX expenditure_step_one_part ON expenditure_step (expenditure, by_person)
  WHERE step IN ('APPROVED', 'REJECTED', 'PAID');

CREATE TABLE diversion_attempt (
  id           uuid          PRIMARY KEY,
  ledger       uuid          NOT NULL REFERENCES ledger,
  fund         uuid          NOT NULL REFERENCES fund,
  division     char(12)      NOT NULL,
  community    char(12),
  category     varchar(40)   NOT NULL,
  allowed      text[]        NOT NULL,
  amount       numeric(19,2) NOT NULL CHECK (amount > 0),
  attempted_by varchar(200)  NOT NULL,
  attempted_at timestamptz   NOT NULL,
  CHECK (category <> ALL (allowed))
);
CREATE INDEX diversion_attempt_division ON diversion_attempt (division, id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON expenditure_step EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON diversion_attempt EXECUTE FUNCTION refuse_change();

CREATE FUNCTION lock_expenditure(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 1 FROM expenditure WHERE id = wanted FOR NO KEY UPDATE
$$;

-- A fund is spent only on what it is for; the money lies in the fund's own ledger; nothing is approved yet.
CREATE FUNCTION expenditure_fits_fund() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM fund f WHERE f.id = NEW.fund AND f.ledger = NEW.ledger
                 AND NEW.category = ANY (f.categories)) THEN
    RAISE EXCEPTION 'fund % does not allow category %', NEW.fund, NEW.category USING ERRCODE = 'check_violation';
  END IF;
  NEW.stage := 'RECORDED';
  RETURN NEW;
END $$;

CREATE TRIGGER fits_fund BEFORE INSERT ON expenditure FOR EACH ROW EXECUTE FUNCTION expenditure_fits_fund();

CREATE FUNCTION take_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about expenditure;
  next  text;
BEGIN
  SELECT * INTO about FROM expenditure WHERE id = NEW.expenditure FOR NO KEY UPDATE;
  IF NEW.step IN ('APPROVED', 'REJECTED', 'PAID') AND NEW.by_person = about.made_by THEN
    RAISE EXCEPTION 'who made expenditure % does not decide or pay it', about.id USING ERRCODE = 'check_violation';
  END IF;
  next := CASE
    WHEN NEW.step = 'APPROVED' AND about.stage = 'RECORDED' AND about.approvals_needed = 2 THEN 'APPROVED_ONCE'
    WHEN NEW.step = 'APPROVED' AND about.stage IN ('RECORDED', 'APPROVED_ONCE') THEN 'APPROVED'
    WHEN NEW.step = 'REJECTED' AND about.stage IN ('RECORDED', 'APPROVED_ONCE') THEN 'REJECTED'
    WHEN NEW.step = 'PAID' AND about.stage = 'APPROVED' THEN 'PAID'
    WHEN NEW.step = 'RETURNED' AND about.stage = 'PAID' THEN 'RETURNED'
    WHEN NEW.step = 'WITHDRAWN' AND about.stage IN ('APPROVED', 'RETURNED') THEN 'WITHDRAWN'
  END;
  IF next IS NULL THEN
    RAISE EXCEPTION 'expenditure % is % and cannot be %', about.id, about.stage, NEW.step
      USING ERRCODE = 'check_violation';
  END IF;
  IF (next IN ('APPROVED', 'PAID', 'RETURNED', 'WITHDRAWN')) <> (NEW.entry IS NOT NULL) THEN
    RAISE EXCEPTION 'step % of expenditure % and its entry belong together', next, about.id
      USING ERRCODE = 'check_violation';
  END IF;
  UPDATE expenditure SET stage = next WHERE id = about.id;
  RETURN NEW;
END $$;

CREATE TRIGGER take_step BEFORE INSERT ON expenditure_step FOR EACH ROW EXECUTE FUNCTION take_step();

-- Money is reserved and paid only as the steps say: this fund, this category, this amount, this step.
CREATE FUNCTION spending_is_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM expenditure_step s JOIN expenditure x ON x.id = s.expenditure
    WHERE s.entry = NEW.id AND x.id = NEW.document AND x.ledger = NEW.ledger
      AND s.step = CASE NEW.kind WHEN 'COMMITMENT' THEN 'APPROVED' ELSE 'PAID' END
      AND x.amount = (SELECT sum(p.amount) FROM posting p WHERE p.entry = NEW.id AND p.fund = x.fund
                      AND p.account = CASE WHEN NEW.kind = 'PAYMENT' THEN 'COMMITTED'
                                           WHEN x.draws_on IS NULL THEN 'AVAILABLE' ELSE 'RESERVED' END)
      AND NOT EXISTS (SELECT FROM posting p WHERE p.entry = NEW.id
                      AND (p.fund <> x.fund OR p.category <> x.category OR abs(p.amount) <> x.amount))) THEN
    RAISE EXCEPTION 'entry % books a % that nobody decided', NEW.id, NEW.kind USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER decided_spending AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('COMMITMENT', 'PAYMENT')) EXECUTE FUNCTION spending_is_decided();

-- What was paid comes back, and what was reserved is released, only together with the expenditure's own step.
CREATE FUNCTION spending_is_taken_back() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  undone text := (SELECT kind FROM entry WHERE id = NEW.reverses);
BEGIN
  IF undone IN ('COMMITMENT', 'PAYMENT') AND NOT EXISTS (
    SELECT FROM expenditure_step s WHERE s.entry = NEW.id AND s.expenditure = NEW.document
    AND s.step = CASE undone WHEN 'COMMITMENT' THEN 'WITHDRAWN' ELSE 'RETURNED' END) THEN
    RAISE EXCEPTION 'entry % takes back spending without its step', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER spending_taken_back AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'REVERSAL') EXECUTE FUNCTION spending_is_taken_back();

REVOKE ALL ON FUNCTION lock_expenditure(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_expenditure(uuid) TO ${runtime_role};
GRANT SELECT ON expenditure TO ${runtime_role};
GRANT INSERT (id, ledger, fund, category, amount, booked_on, evidence, draws_on, approvals_needed, rule, commitment, made_by,
              made_at)
  ON expenditure TO ${runtime_role};
GRANT SELECT, INSERT, DELETE ON expenditure_detail TO ${runtime_role};
GRANT SELECT, INSERT ON expenditure_step, diversion_attempt TO ${runtime_role};
