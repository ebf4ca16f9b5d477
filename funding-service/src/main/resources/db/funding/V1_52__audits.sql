-- Regular audit (Art. 16): a ledger and a period, a sample that anybody can draw again, findings that are put right.

CREATE TABLE audit (
  id          uuid         PRIMARY KEY,
  ledger      uuid         NOT NULL REFERENCES ledger,
  division    char(12)     NOT NULL,
  period_from date         NOT NULL,
  period_to   date         NOT NULL CHECK (period_to >= period_from),
  sample_size int          NOT NULL CHECK (sample_size BETWEEN 1 AND 1000),
  planned_by  varchar(200) NOT NULL,
  planned_at  timestamptz  NOT NULL,
  stage       varchar(10)  NOT NULL DEFAULT 'PLANNED' CHECK (stage IN ('PLANNED', 'DRAWN', 'CLOSED', 'DROPPED'))
);
CREATE INDEX audit_ledger ON audit (ledger, id);

-- DRAWN carries what the sample follows from: seed, log size and population.
CREATE TABLE audit_step (
  audit      uuid         NOT NULL REFERENCES audit,
  step       varchar(10)  NOT NULL CHECK (step IN ('DRAWN', 'CLOSED', 'DROPPED')),
  by_person  varchar(200) NOT NULL,
  on_day     date         NOT NULL,
  seed       char(64)     CHECK (seed ~ '^[0-9a-f]{64}$'),
  log_size   bigint       CHECK (log_size >= 0),
  population int          CHECK (population >= 0),
  PRIMARY KEY (audit, step),
  CHECK ((step = 'DRAWN') = (seed IS NOT NULL AND log_size IS NOT NULL AND population IS NOT NULL)),
  CHECK (num_nulls(seed, log_size, population) IN (0, 3))
);

-- Who read which voucher under which audit.
CREATE TABLE audit_reading (
  id        uuid         PRIMARY KEY,
  audit     uuid         NOT NULL REFERENCES audit,
  entry     uuid         NOT NULL REFERENCES entry,
  by_person varchar(200) NOT NULL,
  at        timestamptz  NOT NULL
);
CREATE INDEX audit_reading_audit ON audit_reading (audit, id);

CREATE TABLE audit_finding (
  id          uuid          PRIMARY KEY,
  audit       uuid          NOT NULL REFERENCES audit,
  kind        varchar(20)   NOT NULL CHECK (kind IN (
    'LATE', 'SHORT', 'DIVERSION', 'ENCROACHMENT', 'WITHHOLDING', 'EVIDENCE_MISSING', 'WRONGLY_BOOKED', 'OTHER')),
  concerning  uuid          NOT NULL,
  amount      numeric(19,2) NOT NULL CHECK (amount >= 0),
  finding     varchar(4000) NOT NULL CHECK (finding <> ''),
  raised_by   varchar(200)  NOT NULL,
  raised_on   date          NOT NULL,
  rectify_by  date          NOT NULL CHECK (rectify_by >= raised_on),
  stage       varchar(10)   NOT NULL DEFAULT 'RAISED' CHECK (stage IN ('RAISED', 'RECTIFIED', 'ACCEPTED'))
);
CREATE INDEX audit_finding_audit ON audit_finding (audit, id);

CREATE TABLE audit_finding_step (
  finding    uuid          NOT NULL REFERENCES audit_finding,
  number     int           NOT NULL CHECK (number > 0),
  step       varchar(10)   NOT NULL CHECK (step IN ('RECTIFIED', 'ACCEPTED', 'REJECTED')),
  by_person  varchar(200)  NOT NULL,
  on_day     date          NOT NULL,
  statement  varchar(4000) NOT NULL,
  evidence   text[]        NOT NULL DEFAULT '{}',
  PRIMARY KEY (finding, number)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_step EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_reading EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_finding_step EXECUTE FUNCTION refuse_change();

-- What may be in a sample: the ledger's entries of the period whose event has a number below the size of the log.
CREATE FUNCTION audit_population(about uuid, size bigint) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT e.id FROM audit a
  JOIN entry e ON e.ledger = a.ledger AND e.booked_on BETWEEN a.period_from AND a.period_to
  JOIN event_log g ON g.outbox_id = e.event AND g.sequence < size
  WHERE a.id = about
$$;

-- An entry's place in the drawing: the lowest come first. Anybody can compute it with seed and entry.
CREATE FUNCTION audit_rank(seed text, entry uuid) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT sha256(convert_to(seed || entry::text, 'UTF8'))
$$;

-- Who made, approved or paid something of the ledger in the period has a part in what is audited.
CREATE FUNCTION takes_part(person text, in_ledger uuid, from_day date, to_day date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM entry e WHERE e.ledger = in_ledger AND e.made_by = person
                 AND e.booked_on BETWEEN from_day AND to_day)
      OR EXISTS (SELECT FROM receipt r WHERE r.ledger = in_ledger AND r.recorded_by = person
                 AND r.booked_on BETWEEN from_day AND to_day)
      OR EXISTS (SELECT FROM expenditure x LEFT JOIN expenditure_step s ON s.expenditure = x.id
                 WHERE x.ledger = in_ledger AND x.booked_on BETWEEN from_day AND to_day
                   AND person IN (x.made_by, s.by_person))
$$;

CREATE FUNCTION require_independence(person text, about audit) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF takes_part(person, about.ledger, about.period_from, about.period_to) THEN
    RAISE EXCEPTION 'who took part in the ledger of audit % does not audit it', about.id
      USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION plan_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM require_independence(NEW.planned_by, NEW);
  RETURN NEW;
END $$;

CREATE TRIGGER independent BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION plan_audit();

CREATE FUNCTION take_audit_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about audit;
BEGIN
  SELECT * INTO about FROM audit WHERE id = NEW.audit FOR NO KEY UPDATE;
  IF NOT (CASE NEW.step WHEN 'DRAWN' THEN about.stage = 'PLANNED'
                        WHEN 'DROPPED' THEN about.stage = 'PLANNED'
                        WHEN 'CLOSED' THEN about.stage = 'DRAWN' END) THEN
    RAISE EXCEPTION 'audit % is % and cannot be %', about.id, about.stage, NEW.step USING ERRCODE = 'check_violation';
  END IF;
  PERFORM require_independence(NEW.by_person, about);
  IF NEW.step = 'DRAWN' AND NEW.population <> (SELECT count(*) FROM audit_population(about.id, NEW.log_size)) THEN
    RAISE EXCEPTION 'the population of audit % is another one', about.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step = 'CLOSED' AND EXISTS (SELECT FROM audit_finding WHERE audit = about.id AND stage <> 'ACCEPTED') THEN
    RAISE EXCEPTION 'audit % has open findings', about.id USING ERRCODE = 'check_violation';
  END IF;
  UPDATE audit SET stage = NEW.step WHERE id = about.id;
  RETURN NEW;
END $$;

CREATE TRIGGER take_step BEFORE INSERT ON audit_step FOR EACH ROW EXECUTE FUNCTION take_audit_step();

-- The audit is locked, so that it does not close while a finding is being raised.
CREATE FUNCTION audit_is_open() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about audit;
BEGIN
  SELECT * INTO about FROM audit WHERE id = NEW.audit FOR NO KEY UPDATE;
  IF about.stage <> 'DRAWN' THEN
    RAISE EXCEPTION 'audit % is %', about.id, about.stage USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_is_open BEFORE INSERT ON audit_finding FOR EACH ROW EXECUTE FUNCTION audit_is_open();
CREATE TRIGGER audit_is_open BEFORE INSERT ON audit_reading FOR EACH ROW EXECUTE FUNCTION audit_is_open();

CREATE FUNCTION take_finding_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about audit_finding;
BEGIN
  SELECT * INTO about FROM audit_finding WHERE id = NEW.finding FOR NO KEY UPDATE;
  IF NOT (CASE NEW.step WHEN 'RECTIFIED' THEN about.stage = 'RAISED' ELSE about.stage = 'RECTIFIED' END) THEN
    RAISE EXCEPTION 'finding % is % and cannot be %', about.id, about.stage, NEW.step USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step <> 'RECTIFIED' AND EXISTS (SELECT FROM audit_finding_step s WHERE s.finding = NEW.finding
                                         AND s.step = 'RECTIFIED' AND s.by_person = NEW.by_person) THEN
    RAISE EXCEPTION 'who put finding % right does not accept it', about.id USING ERRCODE = 'check_violation';
  END IF;
  UPDATE audit_finding SET stage = CASE NEW.step WHEN 'REJECTED' THEN 'RAISED' ELSE NEW.step END WHERE id = about.id;
  RETURN NEW;
END $$;

CREATE TRIGGER take_step BEFORE INSERT ON audit_finding_step FOR EACH ROW EXECUTE FUNCTION take_finding_step();

CREATE FUNCTION lock_audit(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 1 FROM audit WHERE id = wanted FOR NO KEY UPDATE
$$;
CREATE FUNCTION lock_finding(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 1 FROM audit_finding WHERE id = wanted FOR NO KEY UPDATE
$$;

REVOKE ALL ON FUNCTION lock_audit(uuid), lock_finding(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_audit(uuid), lock_finding(uuid) TO ${runtime_role};
GRANT SELECT ON audit, audit_finding TO ${runtime_role};
GRANT INSERT (id, ledger, division, period_from, period_to, sample_size, planned_by, planned_at) ON audit
  TO ${runtime_role};
GRANT INSERT (id, audit, kind, concerning, amount, finding, raised_by, raised_on, rectify_by) ON audit_finding
  TO ${runtime_role};
GRANT SELECT, INSERT ON audit_step, audit_reading, audit_finding_step TO ${runtime_role};
