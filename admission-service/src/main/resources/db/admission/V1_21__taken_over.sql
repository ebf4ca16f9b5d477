-- What a city has in spreadsheets when it starts: organisations that were filed or registered before (Art. 23). Each is entered as
-- an application and decided in the same transaction, with the number, the body and the day of the earlier decision.
CREATE TABLE organisation_import (
  organisation_id       uuid          PRIMARY KEY REFERENCES organisation,
  -- The subdistrict or the unit whose file or register has it, and the number there: of the register it is the credit code.
  division              char(12)      NOT NULL,
  number                varchar(64)   NOT NULL CHECK (number <> ''),
  track                 varchar(10)   NOT NULL CHECK (track IN ('FILED', 'REGISTERED')),
  individual_members    int           NOT NULL,
  institutional_members int           NOT NULL,
  capital               numeric(19,2) NOT NULL,
  authority             varchar(200)  NOT NULL,
  decided_on            date          NOT NULL,
  imported_by           varchar(200)  NOT NULL,
  imported_on           date          NOT NULL,
  UNIQUE (division, number),
  CHECK (decided_on <= imported_on)
);
GRANT SELECT, INSERT ON organisation_import TO ${runtime_role};

-- It says of an organisation what its file or its entry in the register says.
CREATE FUNCTION import_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
       SELECT 1 FROM organisation o LEFT JOIN organisation_registration r ON r.organisation_id = o.id
       WHERE o.id = NEW.organisation_id AND o.stage = NEW.track
         AND (o.individual_members, o.institutional_members, o.capital)
           = (NEW.individual_members, NEW.institutional_members, NEW.capital)
         AND CASE NEW.track WHEN 'FILED' THEN o.filed_on = NEW.decided_on
             ELSE (r.credit_code, r.division, r.registered_on) = (NEW.number, NEW.division, NEW.decided_on) END) THEN
    RAISE EXCEPTION 'organisation % was not decided on so', NEW.organisation_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER import_is_true AFTER INSERT ON organisation_import
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION import_is_true();

-- What was registered before the rows came into force that it does not reach stays registered, by the document that is named; only
-- what is taken over can have been.
ALTER TABLE organisation_registration
  ADD COLUMN earlier_document varchar(400),
  DROP CONSTRAINT members_suffice,
  ADD CONSTRAINT members_suffice
    CHECK (earlier_document IS NOT NULL OR individual_members + institutional_members >= members_required),
  DROP CONSTRAINT capital_suffices,
  ADD CONSTRAINT capital_suffices CHECK (earlier_document IS NOT NULL OR capital >= capital_required),
  -- Since the article no document stands for its own numbers.
  ADD CONSTRAINT article_23_since_its_day CHECK (earlier_document IS NULL OR registered_on < DATE '2011-12-14'
    OR (members_rule IS NULL OR individual_members + institutional_members
          >= CASE WHEN institutional_members = 0 THEN 20 WHEN individual_members = 0 THEN 10 ELSE 30 END)
       AND capital >= CASE WHEN members_rule IS NULL THEN 10000 ELSE 5000 END);
CREATE FUNCTION earlier_document_is_taken_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM organisation_import i WHERE i.organisation_id = NEW.organisation_id AND i.track = 'REGISTERED') THEN
    RAISE EXCEPTION 'organisation % is not taken over', NEW.organisation_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER earlier_document_is_taken_over AFTER INSERT ON organisation_registration
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.earlier_document IS NOT NULL)
  EXECUTE FUNCTION earlier_document_is_taken_over();

-- Unified social credit codes are unique over departments and organisations.
CREATE TABLE credit_code (
  code char(18) PRIMARY KEY
);
GRANT SELECT, INSERT ON credit_code TO ${runtime_role};
INSERT INTO credit_code SELECT credit_code FROM department UNION SELECT credit_code FROM organisation_registration;
CREATE FUNCTION credit_code_is_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO credit_code VALUES (NEW.credit_code) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the credit code % is another''s', NEW.credit_code USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER department_takes_its_code AFTER INSERT ON department
  FOR EACH ROW EXECUTE FUNCTION credit_code_is_taken();
CREATE OR REPLACE FUNCTION registration_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
       SELECT 1 FROM organisation o WHERE o.id = NEW.organisation_id AND o.stage = 'REGISTERED'
         AND (o.individual_members, o.institutional_members, o.capital)
           = (NEW.individual_members, NEW.institutional_members, NEW.capital)
         AND (o.kind = 'SOCIAL_ASSOCIATION') = (NEW.members_required IS NOT NULL)) THEN
    RAISE EXCEPTION 'organisation % is not registered so', NEW.organisation_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER organisation_takes_its_code AFTER INSERT ON organisation_registration
  FOR EACH ROW EXECUTE FUNCTION credit_code_is_taken();

-- An exemption is for one matter and not for ever (Art. 7; twelve months by product default, a local rule may say fewer). What was
-- approved before it had to name its matter exempts from nothing, and what was requested is to be requested anew.
UPDATE demand_exemption SET stage = 'DECLINED', decided_by = 'V1_21', note = '未列明事项，请重新申请',
  decided_on = (now() AT TIME ZONE 'Asia/Shanghai')::date
WHERE stage = 'REQUESTED';
ALTER TABLE demand_exemption
  ADD COLUMN matter varchar(64) CHECK (matter ~ '^[A-Z][A-Z0-9_]{0,63}$'),
  ADD CONSTRAINT exemption_names_its_matter CHECK (matter IS NOT NULL OR stage = 'DECLINED') NOT VALID,
  ADD CONSTRAINT exemption_ends CHECK (valid_to < valid_from + interval '12 months' OR stage = 'DECLINED') NOT VALID;
CREATE FUNCTION demand_is_exempted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM demand_exemption e WHERE e.id = NEW.exemption AND e.matter = NEW.matter) THEN
    RAISE EXCEPTION 'exemption % is not for %', NEW.exemption, NEW.matter USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER demand_is_exempted BEFORE INSERT ON demand
  FOR EACH ROW WHEN (NEW.exemption IS NOT NULL AND NEW.grounds IS NULL) EXECUTE FUNCTION demand_is_exempted();

-- A form is merged into one that stays: of two that are merged into each other at the same moment only one is.
CREATE FUNCTION merged_form_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM catalogue_form f
  WHERE f.id = NEW.merged_into AND f.valid_to IS NULL AND f.valid_from <= NEW.valid_to + 1 FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'form % does not stay', NEW.merged_into USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER merged_form_stays BEFORE UPDATE ON catalogue_form
  FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL) EXECUTE FUNCTION merged_form_stays();

-- Who takes the place of a body under a veto is nominated for nothing any longer (Art. 16).
CREATE FUNCTION succession_ends_nominations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM award a WHERE a.stage = 'NOMINATED' AND a.nominee IN (SELECT barred_with(NEW.credit_code))
             AND is_barred(a.nominee, (now() AT TIME ZONE 'Asia/Shanghai')::date)) THEN
    RAISE EXCEPTION '% is under a veto with % and nominated', NEW.succeeded_by, NEW.credit_code
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER succession_ends_nominations AFTER UPDATE ON department
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.succeeded_by IS DISTINCT FROM OLD.succeeded_by)
  EXECUTE FUNCTION succession_ends_nominations();

-- Requests reach a year ahead by product default; a local rule may say less.
ALTER TABLE evaluation_request
  ADD CONSTRAINT not_too_far_ahead CHECK (year <= extract(year FROM submitted_on) + 1);

-- A seal that was set after a day was not missing on it.
CREATE FUNCTION seal_was_missing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM seal_use u WHERE u.seal_id = NEW.id AND u.stage = 'SEALED'
             AND (u.decided_at AT TIME ZONE 'Asia/Shanghai')::date > NEW.lost_on) THEN
    RAISE EXCEPTION 'seal % was set after %', NEW.id, NEW.lost_on USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seal_was_missing BEFORE UPDATE ON seal
  FOR EACH ROW WHEN (OLD.lost_on IS NULL AND NEW.lost_on IS NOT NULL) EXECUTE FUNCTION seal_was_missing();
CREATE INDEX seal_lost ON seal (id) WHERE lost_on IS NOT NULL;

-- Who asked for the seal may withdraw while nobody has decided.
ALTER TABLE seal_use
  DROP CONSTRAINT seal_use_stage_check,
  ADD CHECK (stage IN ('REQUESTED', 'SEALED', 'DECLINED', 'WITHDRAWN')),
  DROP CONSTRAINT seal_use_check,
  ADD CONSTRAINT decided_by_another_or_withdrawn CHECK (
    (stage IN ('SEALED', 'DECLINED')) = (approver IS NOT NULL) AND (stage = 'REQUESTED') = (decided_at IS NULL));
