-- What the service finds by itself (Art. 16): nothing paid by the deadline (LATE), less than owed (SHORT), pool money that
-- was not passed on by its day (WITHHELD). A finding is made once, from what the books say, and never changed.

ALTER TABLE obligation ADD COLUMN examined varchar(10) CHECK (examined IN ('IN_TIME', 'FOUND'));
-- What still has to be looked at: also what was paid in time and bounced.
CREATE INDEX obligation_unexamined ON obligation (due_on, id)
  WHERE cancelled = 0 AND (examined IS NULL OR (examined = 'IN_TIME' AND paid < amount_due));

CREATE TABLE finding (
  id            uuid          PRIMARY KEY,
  kind          varchar(10)   NOT NULL CHECK (kind IN ('LATE', 'SHORT', 'WITHHELD')),
  obligation    uuid          UNIQUE REFERENCES obligation,
  ledger        uuid          NOT NULL REFERENCES ledger,
  fund          uuid          NOT NULL REFERENCES fund,
  division      char(12)      NOT NULL,
  community     char(12),
  payer         varchar(18)   NOT NULL,
  -- Owed and paid by the deadline; of a pool: received, and passed on by the deadline.
  amount_owed   numeric(19,2) NOT NULL,
  amount_actual numeric(19,2) NOT NULL CHECK (amount_actual >= 0 AND amount_actual < amount_owed),
  due_on        date          NOT NULL,
  deadline      date          NOT NULL CHECK (deadline >= due_on),
  provisional   boolean       NOT NULL,
  found_on      date          NOT NULL CHECK (found_on > deadline),
  found_at      timestamptz   NOT NULL,
  CHECK ((kind = 'WITHHELD') = (obligation IS NULL)),
  CHECK (kind <> 'LATE' OR amount_actual = 0),
  CHECK (kind <> 'SHORT' OR amount_actual > 0)
);
CREATE UNIQUE INDEX finding_of_pool ON finding (fund) WHERE kind = 'WITHHELD';
CREATE INDEX finding_division ON finding (division, id);

-- What was looked at and found in order.
CREATE TABLE examination (
  subject     uuid PRIMARY KEY,
  deadline    date NOT NULL,
  examined_on date NOT NULL CHECK (examined_on > deadline)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON examination EXECUTE FUNCTION refuse_change();

CREATE FUNCTION not_examined_yet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.examined := NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER not_examined_yet BEFORE INSERT ON obligation FOR EACH ROW EXECUTE FUNCTION not_examined_yet();

-- What was paid of an obligation by a day, as booked; money that bounced was not paid.
CREATE FUNCTION paid_by(wanted uuid, day date) RETURNS numeric
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(sum(s.amount), 0) FROM settlement s JOIN entry e ON e.id = s.entry
  WHERE s.obligation = wanted AND e.kind = 'RECEIPT' AND e.booked_on <= day
    AND NOT EXISTS (SELECT FROM entry r WHERE r.reverses = e.id)
$$;

-- What a pool fund had got by the end of a day, and what of it was still available.
CREATE FUNCTION pool_at(wanted uuid, day date, OUT received numeric, OUT available numeric)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(-sum(p.amount), 0), coalesce(-sum(p.amount) FILTER (WHERE p.account = 'AVAILABLE'), 0)
  FROM posting p JOIN entry e ON e.id = p.entry
  WHERE p.fund = wanted AND p.account IN ('AVAILABLE', 'RESERVED', 'COMMITTED', 'PAYABLE', 'APPLIED') AND e.booked_on <= day
$$;

CREATE FUNCTION finding_is_true() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'WITHHELD' THEN
    IF NOT EXISTS (SELECT FROM fund f JOIN ledger l ON l.id = f.ledger, pool_at(f.id, NEW.deadline) p
                   WHERE f.id = NEW.fund AND f.purpose = 'POOL' AND l.id = NEW.ledger AND l.division = NEW.division
                     AND p.received = NEW.amount_owed AND p.received - p.available = NEW.amount_actual) THEN
      RAISE EXCEPTION 'the books do not say that pool % withheld this', NEW.fund USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  UPDATE obligation o SET examined = 'FOUND'
  WHERE o.id = NEW.obligation AND o.cancelled = 0 AND o.ledger = NEW.ledger AND o.fund = NEW.fund
    AND o.division = NEW.division AND o.community IS NOT DISTINCT FROM NEW.community AND o.payer = NEW.payer
    AND o.amount_due = NEW.amount_owed AND o.due_on = NEW.due_on
    -- Nobody is late for what was not told.
    AND NEW.deadline >= (o.opened_at AT TIME ZONE 'Asia/Shanghai')::date AND paid_by(o.id, NEW.deadline) = NEW.amount_actual;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the books do not say this of obligation %', NEW.obligation USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER is_true BEFORE INSERT ON finding FOR EACH ROW EXECUTE FUNCTION finding_is_true();

-- Nobody hides what is late by saying that it was looked at.
CREATE FUNCTION examination_is_true() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE obligation o SET examined = 'IN_TIME'
  WHERE o.id = NEW.subject AND NEW.deadline >= o.due_on AND paid_by(o.id, NEW.deadline) >= o.amount_due;
  IF NOT FOUND AND NOT EXISTS (SELECT FROM fund f, pool_at(f.id, NEW.deadline) p
                               WHERE f.id = NEW.subject AND f.purpose = 'POOL' AND p.available = 0) THEN
    RAISE EXCEPTION 'the books do not say that % was in order', NEW.subject USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER is_true BEFORE INSERT ON examination FOR EACH ROW EXECUTE FUNCTION examination_is_true();

GRANT SELECT, INSERT ON finding, examination TO ${runtime_role};
