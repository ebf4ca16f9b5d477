-- What a ledger begins with (期初余额, Art. 16): once, before its first ordinary entry, recorded by one person and approved by
-- another, fund by fund, and in all what the bank states.

CREATE TABLE opening_balance (
  id           uuid          PRIMARY KEY,
  ledger       uuid          NOT NULL REFERENCES ledger,
  booked_on    date          NOT NULL,
  bank_balance numeric(19,2) NOT NULL CHECK (bank_balance > 0),
  evidence     varchar(64)   NOT NULL,
  made_by      varchar(200)  NOT NULL,
  made_at      timestamptz   NOT NULL,
  stage        varchar(20)   NOT NULL DEFAULT 'RECORDED' CHECK (stage IN ('RECORDED', 'APPROVED', 'REJECTED'))
);
-- One is on its way or in force; only a rejected one is followed by another.
CREATE UNIQUE INDEX opening_balance_once ON opening_balance (ledger) WHERE stage <> 'REJECTED';

CREATE TABLE opening_balance_fund (
  opening uuid          NOT NULL REFERENCES opening_balance,
  fund    uuid          NOT NULL REFERENCES fund,
  amount  numeric(19,2) NOT NULL CHECK (amount > 0),
  PRIMARY KEY (opening, fund)
);

CREATE TABLE opening_balance_step (
  opening   uuid         PRIMARY KEY REFERENCES opening_balance,
  step      varchar(20)  NOT NULL CHECK (step IN ('APPROVED', 'REJECTED')),
  by_person varchar(200) NOT NULL,
  at        timestamptz  NOT NULL,
  reason    varchar(1000),
  entry     uuid         UNIQUE REFERENCES entry,
  CHECK ((step = 'APPROVED') = (entry IS NOT NULL))
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON opening_balance_fund EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON opening_balance_step EXECUTE FUNCTION refuse_change();

CREATE FUNCTION lock_opening_balance(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 1 FROM opening_balance WHERE id = wanted FOR NO KEY UPDATE
$$;

-- Lines come with the head, lie in the head's ledger, and add up to what the bank states.
CREATE FUNCTION opening_balance_adds_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  about opening_balance;
BEGIN
  SELECT * INTO about FROM opening_balance WHERE id = NEW.opening;
  IF about.bank_balance <> (SELECT sum(amount) FROM opening_balance_fund WHERE opening = about.id)
     OR EXISTS (SELECT FROM opening_balance_fund o JOIN fund f ON f.id = o.fund
                WHERE o.opening = about.id AND f.ledger <> about.ledger)
     OR about.stage <> 'RECORDED' THEN
    RAISE EXCEPTION 'opening balance % is not what the bank states of this ledger', about.id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON opening_balance_fund DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION opening_balance_adds_up();

CREATE FUNCTION take_opening_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about opening_balance;
BEGIN
  SELECT * INTO about FROM opening_balance WHERE id = NEW.opening FOR NO KEY UPDATE;
  IF about.stage <> 'RECORDED' OR NEW.by_person = about.made_by THEN
    RAISE EXCEPTION 'opening balance % is % and is not decided by %', about.id, about.stage, NEW.by_person
      USING ERRCODE = 'check_violation';
  END IF;
  UPDATE opening_balance SET stage = NEW.step WHERE id = about.id;
  RETURN NEW;
END $$;

CREATE TRIGGER take_step BEFORE INSERT ON opening_balance_step FOR EACH ROW EXECUTE FUNCTION take_opening_step();

-- Nothing comes before the opening balance, neither in time nor in the order of recording. Who opens waits for everybody
-- who writes in that year.
CREATE FUNCTION opening_comes_first() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'OPENING' THEN
    FOR month IN 1..12 LOOP
      PERFORM pg_advisory_xact_lock(period_lock(NEW.ledger, extract(year FROM NEW.booked_on)::int, month));
    END LOOP;
    IF EXISTS (SELECT FROM entry WHERE ledger = NEW.ledger) THEN
      RAISE EXCEPTION 'ledger % has entries already', NEW.ledger USING ERRCODE = 'check_violation';
    END IF;
  ELSIF EXISTS (SELECT FROM entry WHERE ledger = NEW.ledger AND kind = 'OPENING' AND booked_on > NEW.booked_on) THEN
    RAISE EXCEPTION 'ledger % begins later', NEW.ledger USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER after_opening BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION opening_comes_first();
CREATE UNIQUE INDEX entry_opening ON entry (ledger) WHERE kind = 'OPENING';

CREATE FUNCTION opening_is_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
      SELECT FROM opening_balance_step s JOIN opening_balance o ON o.id = s.opening
      WHERE s.entry = NEW.id AND o.id = NEW.document AND o.ledger = NEW.ledger AND o.booked_on = NEW.booked_on)
    OR EXISTS (SELECT FROM posting WHERE entry = NEW.id AND account NOT IN ('BANK', 'AVAILABLE'))
    OR EXISTS (SELECT FROM (
        SELECT fund, sum(amount) AS amount FROM posting WHERE entry = NEW.id AND account = 'AVAILABLE' GROUP BY fund) p
      FULL JOIN (SELECT fund, amount FROM opening_balance_fund WHERE opening = NEW.document) o USING (fund)
      WHERE p.amount IS DISTINCT FROM -o.amount) THEN
    RAISE EXCEPTION 'entry % books no opening balance that was approved', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER decided_opening AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'OPENING') EXECUTE FUNCTION opening_is_decided();

REVOKE ALL ON FUNCTION lock_opening_balance(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_opening_balance(uuid) TO ${runtime_role};
GRANT SELECT ON opening_balance TO ${runtime_role};
GRANT INSERT (id, ledger, booked_on, bank_balance, evidence, made_by, made_at) ON opening_balance TO ${runtime_role};
GRANT SELECT, INSERT ON opening_balance_fund, opening_balance_step TO ${runtime_role};
