-- What Art. 35 names, with the part that the article gives to it.
CREATE TABLE cooperation_function (
  code varchar(40) PRIMARY KEY,
  part varchar(30) NOT NULL CHECK (part IN
    ('LEAD_DEPARTMENT', 'COOPERATING_DEPARTMENT', 'POLICY_DEPARTMENT', 'PEOPLES_BODY')),
  UNIQUE (code, part)
);
INSERT INTO cooperation_function (code, part) VALUES
  ('CIVIL_AFFAIRS', 'LEAD_DEPARTMENT'),
  ('EDUCATION', 'COOPERATING_DEPARTMENT'),
  ('PUBLIC_SECURITY', 'COOPERATING_DEPARTMENT'),
  ('JUSTICE', 'COOPERATING_DEPARTMENT'),
  ('HUMAN_RESOURCES_AND_SOCIAL_SECURITY', 'COOPERATING_DEPARTMENT'),
  ('URBAN_AND_RURAL_CONSTRUCTION', 'COOPERATING_DEPARTMENT'),
  ('CITY_MANAGEMENT', 'COOPERATING_DEPARTMENT'),
  ('CULTURE', 'COOPERATING_DEPARTMENT'),
  ('HEALTH', 'COOPERATING_DEPARTMENT'),
  ('SPORTS', 'COOPERATING_DEPARTMENT'),
  ('POPULATION_AND_FAMILY_PLANNING', 'COOPERATING_DEPARTMENT'),
  ('ENVIRONMENTAL_PROTECTION', 'COOPERATING_DEPARTMENT'),
  ('DEVELOPMENT_AND_REFORM', 'POLICY_DEPARTMENT'),
  ('FINANCE', 'POLICY_DEPARTMENT'),
  ('FINANCIAL_SECTOR', 'POLICY_DEPARTMENT'),
  ('TAXATION', 'POLICY_DEPARTMENT'),
  ('INDUSTRY_AND_COMMERCE', 'POLICY_DEPARTMENT'),
  ('TRADE_UNIONS', 'PEOPLES_BODY'),
  ('YOUTH_LEAGUE', 'PEOPLES_BODY'),
  ('WOMENS_FEDERATION', 'PEOPLES_BODY'),
  ('DISABLED_PERSONS_FEDERATION', 'PEOPLES_BODY'),
  ('AGEING', 'PEOPLES_BODY'),
  ('CHARITY', 'PEOPLES_BODY');

-- One body fulfils a function in a division, one of that division and of the category that the function has.
ALTER TABLE department ADD UNIQUE (credit_code, division, category);
CREATE TABLE department_function (
  division    char(12)    NOT NULL,
  function    varchar(40) NOT NULL,
  category    varchar(30) NOT NULL,
  credit_code char(18)    NOT NULL,
  PRIMARY KEY (division, function),
  CONSTRAINT category_fits_function FOREIGN KEY (function, category) REFERENCES cooperation_function (code, part),
  CONSTRAINT body_of_division_and_category FOREIGN KEY (credit_code, division, category)
    REFERENCES department (credit_code, division, category)
);
CREATE INDEX department_function_body ON department_function (credit_code);
GRANT SELECT ON cooperation_function TO ${runtime_role};
GRANT SELECT, INSERT, DELETE ON department_function TO ${runtime_role};
GRANT UPDATE (credit_code) ON department_function TO ${runtime_role};

-- A body with a successor fulfils nothing any more. The lock keeps it from getting one at the same moment.
CREATE FUNCTION function_has_body_in_existence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM department WHERE credit_code = NEW.credit_code AND succeeded_by IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a body that is not in existence fulfils no function' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER function_has_body_in_existence BEFORE INSERT OR UPDATE ON department_function
  FOR EACH ROW EXECUTE FUNCTION function_has_body_in_existence();

CREATE FUNCTION succeeded_body_has_no_function() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM department_function WHERE credit_code = NEW.credit_code) THEN
    RAISE EXCEPTION 'body % has a successor and still a function', NEW.credit_code USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
-- Deferred: the functions follow the succession within one transaction.
CREATE CONSTRAINT TRIGGER succeeded_body_has_no_function AFTER INSERT OR UPDATE ON department
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.succeeded_by IS NOT NULL)
  EXECUTE FUNCTION succeeded_body_has_no_function();

-- Who answers for it is named (Art. 34). Groups from before this rule stay as they are until their composition is changed;
-- the coverage lists them.
ALTER TABLE leading_group ADD CONSTRAINT responsible_person_is_named CHECK (CASE level
  WHEN 'COUNTY_LEVEL' THEN first_responsible IS NOT NULL
  WHEN 'TOWNSHIP_LEVEL' THEN directly_responsible IS NOT NULL
  ELSE true END) NOT VALID;
