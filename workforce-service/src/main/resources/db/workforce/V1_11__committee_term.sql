-- Elections of residents' committees (Art. 20): how many were elected, and for how long. Nobody's name stands here.
CREATE TABLE committee_term (
  id            uuid          PRIMARY KEY,
  community     char(12)      NOT NULL CHECK (community ~ '^[1-9][0-9]{11}$'),
  number        int           NOT NULL CHECK (number > 0),
  elected_on    date          NOT NULL,
  ends_on       date          NOT NULL,
  deputies      int           NOT NULL CHECK (deputies >= 0),
  members       int           NOT NULL CHECK (members >= 0),
  result_title  varchar(200)  NOT NULL CHECK (result_title <> ''),
  result_number varchar(100)  NOT NULL CHECK (result_number <> ''),
  early_grounds varchar(2000) CHECK (early_grounds <> ''),
  fewest_rule   varchar(90)   NOT NULL,
  most_rule     varchar(90)   NOT NULL,
  term_rule     varchar(90)   NOT NULL,
  recorded_by   varchar(200)  NOT NULL,
  recorded_on   date          NOT NULL,
  UNIQUE (community, number),
  UNIQUE (community, elected_on),
  CHECK (ends_on >= elected_on),
  CONSTRAINT election_is_over CHECK (elected_on <= recorded_on),
  -- Local rules ask for no less and allow no more.
  CONSTRAINT committee_of_five_to_nine CHECK (1 + deputies + members BETWEEN 5 AND 9)
);
CREATE INDEX committee_term_community ON committee_term (community, id);
GRANT SELECT, INSERT ON committee_term TO ${runtime_role};

-- One term after the other, also when two are recorded at the same moment; a term that has not ended is cut short on grounds only.
CREATE FUNCTION committee_term_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last committee_term;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('committee-term.' || NEW.community, 0));
  SELECT * INTO last FROM committee_term t WHERE t.community = NEW.community ORDER BY t.number DESC LIMIT 1;
  IF NOT FOUND THEN
    RETURN NEW;
  END IF;
  IF NEW.number <> last.number + 1 OR NEW.elected_on <= last.elected_on THEN
    RAISE EXCEPTION 'term % of % does not follow term % of %', NEW.number, NEW.community, last.number, last.elected_on
      USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.early_grounds IS NOT NULL) <> (NEW.elected_on <= last.ends_on) THEN
    RAISE EXCEPTION 'an election has grounds exactly when it is before the end of term %', last.number
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER committee_term_follows BEFORE INSERT ON committee_term
  FOR EACH ROW EXECUTE FUNCTION committee_term_follows();
