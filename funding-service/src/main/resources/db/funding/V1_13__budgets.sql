-- Budgets (Art. 15): a draft with its five lines never changes; it is adopted by another person with the number of the
-- document, once per division and year; an amendment is a later draft that names what it amends and is adopted after it.

CREATE TABLE budget (
  id          uuid         PRIMARY KEY,
  division    char(12)     NOT NULL,
  fiscal_year int          NOT NULL CHECK (fiscal_year BETWEEN 2011 AND 2999),
  amends      uuid         REFERENCES budget,
  drafted_by  varchar(200) NOT NULL,
  drafted_at  timestamptz  NOT NULL
);
CREATE INDEX budget_division ON budget (division, fiscal_year);

CREATE TABLE budget_line (
  budget uuid          NOT NULL REFERENCES budget,
  line   varchar(20)   NOT NULL CHECK (line IN ('UPKEEP', 'INFORMATISATION', 'WORKING_COSTS', 'TRAINING', 'PAY')),
  amount numeric(19,2) NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (budget, line)
);

CREATE TABLE budget_adoption (
  budget          uuid         PRIMARY KEY REFERENCES budget,
  division        char(12)     NOT NULL,
  fiscal_year     int          NOT NULL,
  version         int          NOT NULL CHECK (version > 0),
  document_number varchar(100) NOT NULL CHECK (document_number <> ''),
  adopted_on      date         NOT NULL,
  adopted_by      varchar(200) NOT NULL,
  adopted_at      timestamptz  NOT NULL,
  UNIQUE (division, fiscal_year, version)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON budget EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON budget_line EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON budget_adoption EXECUTE FUNCTION refuse_change();

-- All five lines, with the draft and never later.
CREATE FUNCTION budget_is_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT count(*) FROM budget_line WHERE budget = NEW.id) <> 5 THEN
    RAISE EXCEPTION 'budget % lacks lines', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER is_whole AFTER INSERT ON budget DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION budget_is_whole();

-- The first adoption amends nothing, each later one the version before it; nobody adopts an own draft.
CREATE FUNCTION budget_adoption_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM budget b LEFT JOIN budget_adoption a ON a.budget = b.amends
    WHERE b.id = NEW.budget AND b.division = NEW.division AND b.fiscal_year = NEW.fiscal_year
      AND b.drafted_by <> NEW.adopted_by
      AND CASE WHEN b.amends IS NULL THEN NEW.version = 1
               ELSE a.version + 1 = NEW.version AND a.division = NEW.division AND a.fiscal_year = NEW.fiscal_year END) THEN
    RAISE EXCEPTION 'version % does not follow from budget %', NEW.version, NEW.budget USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER follows BEFORE INSERT ON budget_adoption FOR EACH ROW EXECUTE FUNCTION budget_adoption_follows();

GRANT SELECT, INSERT ON budget, budget_line, budget_adoption TO ${runtime_role};
