-- What was printed of approval forms, by the code on the print, so that anybody can check it. Nothing here is about persons.
CREATE TABLE approval_form_print (
  code            char(20)      PRIMARY KEY CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'),
  application_id  uuid          NOT NULL REFERENCES task_application,
  digest          char(64)      NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  version         int           NOT NULL,
  stage           varchar(20)   NOT NULL CHECK (stage IN
    ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'DECIDED_FOR', 'REJECTED', 'SIGNED', 'SIGNATURE_REFUSED')),
  title           varchar(200)  NOT NULL,
  department      char(18)      NOT NULL REFERENCES department,
  department_name varchar(64)   NOT NULL,
  valid_from      date          NOT NULL,
  valid_to        date          NOT NULL,
  communities     int           NOT NULL CHECK (communities > 0),
  amount_due      numeric(19,2) NOT NULL CHECK (amount_due >= 0),
  decided_on      date,
  signed_on       date,
  printed_at      timestamptz   NOT NULL,
  -- The same content has one code, however many print it at once.
  UNIQUE (application_id, digest),
  CHECK ((stage = 'SIGNED') = (signed_on IS NOT NULL)),
  CHECK (stage NOT IN ('DECIDED_FOR', 'REJECTED', 'SIGNED', 'SIGNATURE_REFUSED') OR decided_on IS NOT NULL)
);
GRANT SELECT, INSERT ON approval_form_print TO ${runtime_role};

-- A code vouches for what the application was when it was printed, and for nothing else.
CREATE FUNCTION print_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM task_application a
                 WHERE a.id = NEW.application_id
                   AND (a.version, a.stage, a.title, a.department, a.valid_from, a.valid_to, a.signed_on)
                     IS NOT DISTINCT FROM
                       (NEW.version, NEW.stage, NEW.title, NEW.department, NEW.valid_from, NEW.valid_to, NEW.signed_on)) THEN
    RAISE EXCEPTION 'a print says what application % is', NEW.application_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER print_is_true BEFORE INSERT ON approval_form_print
  FOR EACH ROW EXECUTE FUNCTION print_is_true();
