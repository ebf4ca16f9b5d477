-- A body that is called otherwise from a day on and stays the same body, under the same credit code: one that becomes another
-- body is succeeded by it.
CREATE TABLE department_renaming (
  credit_code   char(18)     NOT NULL REFERENCES department,
  number        int          NOT NULL CHECK (number > 0),
  former_zh     varchar(64)  NOT NULL,
  former_en     varchar(64),
  name_zh       varchar(64)  NOT NULL CHECK (name_zh ~ '\S'),
  name_en       varchar(64),
  document      varchar(200) NOT NULL CHECK (document ~ '\S'),
  renamed_on    date         NOT NULL,
  recorded_by   varchar(200) NOT NULL,
  PRIMARY KEY (credit_code, number),
  CONSTRAINT another_name CHECK ((former_zh, former_en) IS DISTINCT FROM (name_zh, name_en))
);
GRANT SELECT, INSERT ON department_renaming TO ${runtime_role};
GRANT UPDATE (name_zh, name_en) ON department TO ${runtime_role};

-- Each begins with the name that the one before it ended with, and not before it.
CREATE FUNCTION renaming_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before department_renaming;
BEGIN
  SELECT * INTO before FROM department_renaming r WHERE r.credit_code = NEW.credit_code ORDER BY r.number DESC LIMIT 1;
  IF NEW.number <> coalesce(before.number, 0) + 1 OR NEW.renamed_on < before.renamed_on
     OR before.number IS NOT NULL
        AND (NEW.former_zh, NEW.former_en) IS DISTINCT FROM (before.name_zh, before.name_en) THEN
    RAISE EXCEPTION 'renaming % of % does not follow', NEW.number, NEW.credit_code USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER renaming_follows BEFORE INSERT ON department_renaming
  FOR EACH ROW EXECUTE FUNCTION renaming_follows();

-- Who has a successor is called nothing else any more.
CREATE FUNCTION renamed_body_is_in_existence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'body % has a successor and keeps its name', NEW.credit_code USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER renamed_body_is_in_existence BEFORE UPDATE ON department
  FOR EACH ROW WHEN (OLD.succeeded_by IS NOT NULL
    AND (OLD.name_zh, OLD.name_en) IS DISTINCT FROM (NEW.name_zh, NEW.name_en))
  EXECUTE FUNCTION renamed_body_is_in_existence();

-- Deferred: a body is called what its newest renaming says, whichever of the two is written first.
CREATE FUNCTION name_has_its_renaming() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
       SELECT 1 FROM department d CROSS JOIN LATERAL (
         SELECT r.name_zh, r.name_en FROM department_renaming r
         WHERE r.credit_code = d.credit_code ORDER BY r.number DESC LIMIT 1) newest
       WHERE d.credit_code = NEW.credit_code
         AND (d.name_zh, d.name_en) IS DISTINCT FROM (newest.name_zh, newest.name_en))
     OR TG_TABLE_NAME = 'department'
        AND NOT EXISTS (SELECT 1 FROM department_renaming r WHERE r.credit_code = NEW.credit_code) THEN
    RAISE EXCEPTION 'body % is not called what its renamings say', NEW.credit_code USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER name_has_its_renaming AFTER UPDATE ON department
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.name_zh, OLD.name_en) IS DISTINCT FROM (NEW.name_zh, NEW.name_en))
  EXECUTE FUNCTION name_has_its_renaming();
CREATE CONSTRAINT TRIGGER name_has_its_renaming AFTER INSERT ON department_renaming
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION name_has_its_renaming();
