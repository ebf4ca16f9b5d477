-- Late or short payment, diversion, encroachment, withholding (Art. 16). A case is opened by the service or by a person;
-- its stage follows from the steps alone, and what follows a confirmation comes with it or not at all.

CREATE TABLE violation (
  id            uuid          PRIMARY KEY,
  kind          varchar(20)   NOT NULL
    CHECK (kind IN ('LATE', 'SHORT', 'DIVERSION', 'ENCROACHMENT', 'WITHHOLDING')),
  origin        varchar(10)   NOT NULL CHECK (origin IN ('SERVICE', 'PERSON')),
  -- The obligation, fund, entry, expenditure or attempt that it is about.
  subject       uuid          NOT NULL,
  ledger        uuid          NOT NULL REFERENCES ledger,
  division      char(12)      NOT NULL,
  community     char(12),
  body          varchar(18)   NOT NULL,
  amount_owed   numeric(19,2) NOT NULL CHECK (amount_owed >= 0),
  amount_actual numeric(19,2) NOT NULL CHECK (amount_actual >= 0),
  found_on      date          NOT NULL,
  reported_by   varchar(200),
  -- The person whose attempt it was.
  attempted_by  varchar(200),
  account       varchar(2000),
  evidence      text[]        NOT NULL,
  recorded_at   timestamptz   NOT NULL,
  stage         varchar(20)   NOT NULL DEFAULT 'REPORTED' CHECK (stage IN (
    'REPORTED', 'NOTIFIED', 'EXPLAINED', 'CONFIRMED', 'DISMISSED', 'APPEALED', 'UPHELD', 'LIFTED')),
  CHECK ((origin = 'PERSON') = (reported_by IS NOT NULL)),
  CHECK ((origin = 'PERSON') = (account IS NOT NULL))
);
-- What the service finds again is the same case.
CREATE UNIQUE INDEX violation_found_once ON violation (kind, subject) WHERE origin = 'SERVICE';
CREATE INDEX violation_division ON violation (division, id);
CREATE INDEX violation_body ON violation (body, id);

CREATE TABLE violation_step (
  violation uuid          NOT NULL REFERENCES violation,
  step      varchar(20)   NOT NULL CHECK (step IN (
    'NOTIFIED', 'EXPLAINED', 'CONFIRMED', 'DISMISSED', 'APPEALED', 'UPHELD', 'LIFTED')),
  by_person varchar(200)  NOT NULL,
  at        timestamptz   NOT NULL,
  on_day    date          NOT NULL,
  -- Until when the body may explain (NOTIFIED) or appeal (CONFIRMED).
  until     date          CHECK (until >= on_day),
  statement varchar(4000),
  evidence  text[]        NOT NULL DEFAULT '{}',
  made_in   xid8          NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (violation, step),
  CHECK ((step IN ('NOTIFIED', 'CONFIRMED')) = (until IS NOT NULL)),
  CHECK ((step = 'NOTIFIED') = (statement IS NULL))
);

-- What a confirmation brings, and once more, taken back, when an appeal is granted.
CREATE TABLE violation_consequence (
  id         uuid         PRIMARY KEY,
  violation  uuid         NOT NULL REFERENCES violation,
  kind       varchar(20)  NOT NULL CHECK (kind IN ('VETO', 'AWARDS_LOST', 'PUBLIC_NOTICE', 'REFERRAL')),
  effect     varchar(10)  NOT NULL CHECK (effect IN ('IMPOSED', 'LIFTED')),
  body       varchar(18)  NOT NULL,
  from_day   date         NOT NULL,
  until_day  date         CHECK (until_day >= from_day),
  rule       varchar(100),
  -- Of a referral: the division whose discipline body gets it, and its number there.
  addressee  char(12),
  year       int,
  number     int          CHECK (number > 0),
  UNIQUE (violation, kind, effect),
  UNIQUE (addressee, year, number),
  CHECK ((effect = 'IMPOSED' AND kind IN ('VETO', 'AWARDS_LOST')) = (until_day IS NOT NULL)),
  CHECK ((until_day IS NULL) = (rule IS NULL)),
  CHECK ((kind = 'REFERRAL') = (addressee IS NOT NULL AND year IS NOT NULL AND number IS NOT NULL))
);
CREATE INDEX violation_consequence_body ON violation_consequence (body, kind, id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON violation_step EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON violation_consequence EXECUTE FUNCTION refuse_change();

CREATE FUNCTION lock_violation(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 1 FROM violation WHERE id = wanted FOR NO KEY UPDATE
$$;

-- The same table of moves as ViolationStage; who reported, attempted, explained or confirmed takes no decision after it.
CREATE FUNCTION take_violation_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about violation;
  fits  boolean;
BEGIN
  SELECT * INTO about FROM violation WHERE id = NEW.violation FOR NO KEY UPDATE;
  fits := CASE NEW.step
    WHEN 'NOTIFIED'  THEN about.stage = 'REPORTED'
    WHEN 'EXPLAINED' THEN about.stage = 'NOTIFIED'
    WHEN 'CONFIRMED' THEN about.stage IN ('NOTIFIED', 'EXPLAINED')
    WHEN 'DISMISSED' THEN about.stage IN ('REPORTED', 'NOTIFIED', 'EXPLAINED')
    WHEN 'APPEALED'  THEN about.stage = 'CONFIRMED'
    WHEN 'UPHELD'    THEN about.stage = 'APPEALED'
    WHEN 'LIFTED'    THEN about.stage = 'APPEALED'
  END;
  IF NOT fits THEN
    RAISE EXCEPTION 'violation % is % and cannot be %', about.id, about.stage, NEW.step USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step IN ('CONFIRMED', 'DISMISSED', 'UPHELD', 'LIFTED')
     AND (NEW.by_person IN (about.reported_by, about.attempted_by)
          OR EXISTS (SELECT FROM violation_step s WHERE s.violation = about.id AND s.by_person = NEW.by_person
                     AND s.step IN ('EXPLAINED', 'CONFIRMED', 'APPEALED'))) THEN
    RAISE EXCEPTION 'who took part in violation % does not decide it', about.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step = 'CONFIRMED' AND about.stage = 'NOTIFIED' AND NEW.on_day <= (
       SELECT until FROM violation_step WHERE violation = about.id AND step = 'NOTIFIED') THEN
    RAISE EXCEPTION 'the body of violation % may still explain', about.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step = 'APPEALED' AND NEW.on_day > (
       SELECT until FROM violation_step WHERE violation = about.id AND step = 'CONFIRMED') THEN
    RAISE EXCEPTION 'the time to appeal in violation % is over', about.id USING ERRCODE = 'check_violation';
  END IF;
  UPDATE violation SET stage = NEW.step WHERE id = about.id;
  RETURN NEW;
END $$;

CREATE TRIGGER take_step BEFORE INSERT ON violation_step FOR EACH ROW EXECUTE FUNCTION take_violation_step();

-- No confirmed violation without all four consequences, none lifted without all four taken back.
CREATE FUNCTION violation_has_its_consequences() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT count(*) FROM violation_consequence c JOIN violation v ON v.id = c.violation
      WHERE c.violation = NEW.violation AND c.body = v.body
        AND c.effect = CASE NEW.step WHEN 'CONFIRMED' THEN 'IMPOSED' ELSE 'LIFTED' END) <> 4 THEN
    RAISE EXCEPTION 'violation % is % without its consequences', NEW.violation, NEW.step
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER consequences AFTER INSERT ON violation_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.step IN ('CONFIRMED', 'LIFTED')) EXECUTE FUNCTION violation_has_its_consequences();

-- And no consequence without its decision, made in the same transaction.
CREATE FUNCTION consequence_is_decided() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM violation_step s WHERE s.violation = NEW.violation AND s.made_in = pg_current_xact_id()
      AND s.step = CASE NEW.effect WHEN 'IMPOSED' THEN 'CONFIRMED' ELSE 'LIFTED' END) THEN
    RAISE EXCEPTION 'consequence % of violation % was not decided', NEW.kind, NEW.violation
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER decided AFTER INSERT ON violation_consequence DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION consequence_is_decided();

REVOKE ALL ON FUNCTION lock_violation(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_violation(uuid) TO ${runtime_role};
GRANT SELECT ON violation TO ${runtime_role};
GRANT INSERT (id, kind, origin, subject, ledger, division, community, body, amount_owed, amount_actual, found_on,
              reported_by, attempted_by, account, evidence, recorded_at) ON violation TO ${runtime_role};
GRANT SELECT ON violation_step TO ${runtime_role};
GRANT INSERT (violation, step, by_person, at, on_day, until, statement, evidence) ON violation_step TO ${runtime_role};
GRANT SELECT, INSERT ON violation_consequence TO ${runtime_role};
