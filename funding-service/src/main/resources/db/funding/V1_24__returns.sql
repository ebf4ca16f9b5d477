-- Unspent money goes back to who gave it (Art. 16): one person proposes, another approves, the cashier pays; at the end of a
-- year by the term on which the fund was opened.

CREATE TABLE fund_return (
  id        uuid          PRIMARY KEY,
  ledger    uuid          NOT NULL REFERENCES ledger,
  fund      uuid          NOT NULL REFERENCES fund,
  amount    numeric(19,2) NOT NULL CHECK (amount > 0),
  payee     varchar(18),
  donation  uuid          REFERENCES donation,
  reason    varchar(20)   NOT NULL CHECK (reason IN ('UNSPENT', 'YEAR_END')),
  booked_on date          NOT NULL,
  made_by   varchar(200)  NOT NULL,
  made_at   timestamptz   NOT NULL,
  stage     varchar(20)   NOT NULL DEFAULT 'RECORDED'
    CHECK (stage IN ('RECORDED', 'APPROVED', 'REJECTED', 'PAID', 'BOUNCED', 'WITHDRAWN')),
  CHECK ((payee IS NULL) = (donation IS NOT NULL))
);
CREATE INDEX fund_return_ledger ON fund_return (ledger, id);

CREATE TABLE fund_return_step (
  return    uuid         NOT NULL REFERENCES fund_return,
  step      varchar(20)  NOT NULL CHECK (step IN ('APPROVED', 'REJECTED', 'PAID', 'BOUNCED', 'WITHDRAWN')),
  by_person varchar(200) NOT NULL,
  at        timestamptz  NOT NULL,
  reason    varchar(1000),
  entry     uuid         UNIQUE REFERENCES entry,
  PRIMARY KEY (return, step),
  CHECK ((step = 'REJECTED') = (entry IS NULL))
);
CREATE UNIQUE INDEX fund_return_step_one_part ON fund_return_step (return, by_person)
  WHERE step IN ('APPROVED', 'REJECTED', 'PAID');

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_return_step EXECUTE FUNCTION refuse_change();

CREATE FUNCTION lock_fund_return(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 1 FROM fund_return WHERE id = wanted FOR NO KEY UPDATE
$$;

CREATE FUNCTION return_fits_fund() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM fund WHERE id = NEW.fund AND ledger = NEW.ledger)
     OR NEW.donation IS NOT NULL AND NOT EXISTS (SELECT FROM donation WHERE id = NEW.donation AND fund = NEW.fund) THEN
    RAISE EXCEPTION 'return % does not fit its fund', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER fits_fund BEFORE INSERT ON fund_return FOR EACH ROW EXECUTE FUNCTION return_fits_fund();

CREATE FUNCTION take_return_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about fund_return;
BEGIN
  SELECT * INTO about FROM fund_return WHERE id = NEW.return FOR NO KEY UPDATE;
  IF NEW.step IN ('APPROVED', 'REJECTED', 'PAID') AND NEW.by_person = about.made_by THEN
    RAISE EXCEPTION 'who made return % does not decide or pay it', about.id USING ERRCODE = 'check_violation';
  END IF;
  IF (about.stage, NEW.step) NOT IN (('RECORDED', 'APPROVED'), ('RECORDED', 'REJECTED'), ('APPROVED', 'PAID'),
                                     ('PAID', 'BOUNCED'), ('APPROVED', 'WITHDRAWN'), ('BOUNCED', 'WITHDRAWN')) THEN
    RAISE EXCEPTION 'return % is % and cannot be %', about.id, about.stage, NEW.step USING ERRCODE = 'check_violation';
  END IF;
  UPDATE fund_return SET stage = NEW.step WHERE id = about.id;
  RETURN NEW;
END $$;

CREATE TRIGGER take_step BEFORE INSERT ON fund_return_step FOR EACH ROW EXECUTE FUNCTION take_return_step();

CREATE FUNCTION return_is_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
      SELECT FROM fund_return_step s JOIN fund_return r ON r.id = s.return
      WHERE s.entry = NEW.id AND r.id = NEW.document AND r.ledger = NEW.ledger
        AND s.step = CASE NEW.kind WHEN 'RETURN' THEN 'APPROVED' ELSE 'PAID' END
        AND (SELECT count(*) FROM posting WHERE entry = NEW.id) = 2
        AND EXISTS (SELECT FROM posting WHERE entry = NEW.id AND account = 'PAYABLE' AND fund = r.fund
                    AND amount = CASE NEW.kind WHEN 'RETURN' THEN -r.amount ELSE r.amount END)
        AND EXISTS (SELECT FROM posting WHERE entry = NEW.id
                    AND account = CASE NEW.kind WHEN 'RETURN' THEN 'AVAILABLE' ELSE 'BANK' END
                    AND (fund IS NULL OR fund = r.fund))) THEN
    RAISE EXCEPTION 'entry % books a % that nobody decided', NEW.id, NEW.kind USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER decided_return AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('RETURN', 'RETURN_PAYMENT')) EXECUTE FUNCTION return_is_decided();

CREATE FUNCTION return_is_taken_back() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  undone text := (SELECT kind FROM entry WHERE id = NEW.reverses);
BEGIN
  IF undone IN ('RETURN', 'RETURN_PAYMENT') AND NOT EXISTS (
    SELECT FROM fund_return_step s WHERE s.entry = NEW.id AND s.return = NEW.document
    AND s.step = CASE undone WHEN 'RETURN' THEN 'WITHDRAWN' ELSE 'BOUNCED' END) THEN
    RAISE EXCEPTION 'entry % takes back a return without its step', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER return_taken_back AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'REVERSAL') EXECUTE FUNCTION return_is_taken_back();

REVOKE ALL ON FUNCTION lock_fund_return(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_fund_return(uuid) TO ${runtime_role};
GRANT SELECT ON fund_return TO ${runtime_role};
GRANT INSERT (id, ledger, fund, amount, payee, donation, reason, booked_on, made_by, made_at) ON fund_return
  TO ${runtime_role};
GRANT SELECT, INSERT ON fund_return_step TO ${runtime_role};
