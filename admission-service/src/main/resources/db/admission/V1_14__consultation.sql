-- What bodies start in a subdistrict's territory: its office is told beforehand and answers, or records that it was not (Art. 2).
CREATE TABLE consultation (
  id                uuid          PRIMARY KEY,
  division          char(12)      NOT NULL,
  acting_body       char(18)      REFERENCES department,
  acting_body_name  varchar(200)  NOT NULL,
  acting_body_level varchar(20)   NOT NULL CHECK (acting_body_level IN
    ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY_LEVEL', 'TOWNSHIP_LEVEL')),
  action            varchar(2000) NOT NULL,
  place             varchar(400)  NOT NULL,
  starts_on         date          NOT NULL,
  recorded_by       varchar(200)  NOT NULL,
  recorded_on       date          NOT NULL,
  stage             varchar(30)   NOT NULL CHECK (stage IN
    ('NOTIFIED', 'AGREED', 'AGREED_WITH_CONDITIONS', 'OBJECTED', 'UNNOTIFIED')),
  answer_by         date,
  deadline_rule     varchar(90),
  reason            varchar(2000),
  answered_by       varchar(200),
  answered_on       date,
  CONSTRAINT told_beforehand CHECK ((stage = 'UNNOTIFIED') OR starts_on > recorded_on),
  CHECK (stage <> 'UNNOTIFIED' OR starts_on <= recorded_on),
  CHECK ((stage = 'UNNOTIFIED') = (answer_by IS NULL) AND (answer_by IS NULL) = (deadline_rule IS NULL)),
  CHECK ((stage IN ('NOTIFIED', 'UNNOTIFIED')) = (answered_on IS NULL) AND (answered_on IS NULL) = (answered_by IS NULL)),
  CONSTRAINT told_and_answered_by_two CHECK (answered_by <> recorded_by),
  CONSTRAINT answered_after_it_was_told CHECK (answered_on >= recorded_on),
  CONSTRAINT conditions_and_objections_are_reasoned
    CHECK ((stage IN ('AGREED_WITH_CONDITIONS', 'OBJECTED')) = (reason IS NOT NULL)),
  CHECK (stage = 'UNNOTIFIED' OR acting_body IS NOT NULL)
);
CREATE INDEX consultation_division ON consultation (division, id);
CREATE INDEX consultation_open ON consultation (answer_by, id) WHERE stage = 'NOTIFIED';
GRANT SELECT, INSERT ON consultation TO ${runtime_role};
GRANT UPDATE (stage, reason, answered_by, answered_on) ON consultation TO ${runtime_role};

CREATE FUNCTION consultation_has_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'consultation % is %', OLD.id, OLD.stage USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER consultation_has_ended BEFORE UPDATE ON consultation
  FOR EACH ROW WHEN (OLD.stage <> 'NOTIFIED') EXECUTE FUNCTION consultation_has_ended();
CREATE FUNCTION consultation_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'consultation % begins unanswered', NEW.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER consultation_begins BEFORE INSERT ON consultation
  FOR EACH ROW WHEN (NEW.stage NOT IN ('NOTIFIED', 'UNNOTIFIED')) EXECUTE FUNCTION consultation_begins();
