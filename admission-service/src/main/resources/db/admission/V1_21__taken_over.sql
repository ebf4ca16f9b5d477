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
