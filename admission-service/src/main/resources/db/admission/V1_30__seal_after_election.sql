-- After an election the seal is handed over, or somebody confirms that the same person keeps it. What is due is not kept: it is
-- read from the days of what happened.
CREATE TABLE committee_election (
  term          uuid        PRIMARY KEY,
  community     char(12)    NOT NULL,
  elected_on    date        NOT NULL,
  due_on        date        NOT NULL,
  handover_rule varchar(90) NOT NULL,
  UNIQUE (community, elected_on),
  CHECK (due_on >= elected_on)
);
GRANT SELECT, INSERT ON committee_election TO ${runtime_role};

CREATE TABLE seal_custody_confirmation (
  seal_id      uuid         NOT NULL REFERENCES seal,
  term         uuid         NOT NULL REFERENCES committee_election,
  custodian    varchar(200) NOT NULL,
  confirmed_on date         NOT NULL,
  confirmed_by varchar(200) NOT NULL,
  PRIMARY KEY (seal_id, term),
  CONSTRAINT never_by_the_custodian CHECK (confirmed_by <> custodian)
);
GRANT SELECT, INSERT ON seal_custody_confirmation TO ${runtime_role};

CREATE FUNCTION custody_is_as_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM seal s WHERE s.id = NEW.seal_id AND s.stage = 'IN_USE' AND s.custodian = NEW.custodian FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'seal % is not in use and kept by %', NEW.seal_id, NEW.custodian USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM committee_election e JOIN seal s ON s.community = e.community
                 WHERE s.id = NEW.seal_id AND e.term = NEW.term AND e.elected_on <= NEW.confirmed_on) THEN
    RAISE EXCEPTION 'no election of term % before % in the community of seal %', NEW.term, NEW.confirmed_on, NEW.seal_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER custody_is_as_confirmed BEFORE INSERT ON seal_custody_confirmation
  FOR EACH ROW EXECUTE FUNCTION custody_is_as_confirmed();
