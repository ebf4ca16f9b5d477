-- What belongs to a department or subdistrict office and is not handed down to committees (Art. 1 to 3, 6).
CREATE TABLE office_duty (
  code        varchar(64)  PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{0,63}$'),
  owner       varchar(20)  NOT NULL CHECK (owner IN ('DEPARTMENT', 'SUBDISTRICT_OFFICE')),
  function    varchar(20)  NOT NULL CHECK (function IN ('ECONOMIC', 'SOCIAL_MANAGEMENT', 'PUBLIC_SERVICE')),
  title_zh    varchar(200) NOT NULL,
  title_en    varchar(200) NOT NULL,
  citation_zh varchar(200) NOT NULL,
  citation_en varchar(200) NOT NULL,
  valid_from  date         NOT NULL,
  valid_to    date,
  CHECK (valid_to >= valid_from),
  CONSTRAINT subdistricts_have_no_economic_functions CHECK (owner <> 'SUBDISTRICT_OFFICE' OR function <> 'ECONOMIC')
);
GRANT SELECT, INSERT ON office_duty TO ${runtime_role};

INSERT INTO office_duty (code, owner, function, title_zh, title_en, citation_zh, citation_en, valid_from)
SELECT code, owner, function, title_zh, title_en, '长办发〔2011〕39号第' || article || '条',
       'Chang Ban Fa [2011] No. 39, Art. ' || article, '2011-12-14'
FROM (VALUES
  ('ECONOMIC_MANAGEMENT', 'DEPARTMENT', 'ECONOMIC', '经济管理', 'Economic management', 1),
  ('GRASSROOTS_PARTY_BUILDING', 'SUBDISTRICT_OFFICE', 'SOCIAL_MANAGEMENT', '基层党建', 'Party building at the grass roots', 2),
  ('CITY_MANAGEMENT', 'SUBDISTRICT_OFFICE', 'SOCIAL_MANAGEMENT', '城市管理', 'City management', 2),
  ('PUBLIC_SERVICES', 'SUBDISTRICT_OFFICE', 'PUBLIC_SERVICE', '提供公共服务', 'Public services', 2),
  ('SOCIAL_STABILITY', 'SUBDISTRICT_OFFICE', 'SOCIAL_MANAGEMENT', '维护社会稳定', 'Social stability', 2),
  ('GUIDANCE_OF_COMMUNITIES', 'SUBDISTRICT_OFFICE', 'SOCIAL_MANAGEMENT', '指导社区建设', 'Guidance of communities', 2),
  ('CULTIVATION_OF_ORGANISATIONS', 'SUBDISTRICT_OFFICE', 'SOCIAL_MANAGEMENT', '培育社会组织', 'Cultivation of social organisations', 2),
  ('SUPERVISION_OF_PROFESSIONAL_MANAGEMENT', 'SUBDISTRICT_OFFICE', 'SOCIAL_MANAGEMENT', '监督专业管理',
   'Supervision of professional management', 2),
  ('RESPONSIBILITY_FOR_THE_TERRITORY', 'SUBDISTRICT_OFFICE', 'SOCIAL_MANAGEMENT', '对辖区内有关社会管理服务负全责',
   'Full responsibility for social-management service in the territory', 3),
  ('SUPPORT_OF_SELF_GOVERNMENT', 'SUBDISTRICT_OFFICE', 'PUBLIC_SERVICE', '指导支持社区居民自治',
   'Guidance and support of residents'' self-government', 3)) named (code, owner, function, title_zh, title_en, article);

-- The statistical forms and ledgers that are really needed; nothing else of the kind is asked for (Art. 7).
CREATE TABLE catalogue_form (
  id           uuid         PRIMARY KEY,
  kind         varchar(20)  NOT NULL CHECK (kind IN ('LEDGER', 'STATISTICAL_FORM')),
  title        varchar(200) NOT NULL,
  issuing_body char(18)     NOT NULL REFERENCES department,
  division     char(12)     NOT NULL,
  basis        varchar(400) NOT NULL,
  frequency    varchar(20)  NOT NULL CHECK (frequency IN ('ONCE', 'YEARLY', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY')),
  entered_by   varchar(200) NOT NULL,
  valid_from   date         NOT NULL,
  valid_to     date,
  merged_into  uuid         REFERENCES catalogue_form,
  made_in      xid8         NOT NULL DEFAULT pg_current_xact_id(),
  CHECK (valid_to >= valid_from),
  CHECK (merged_into IS NULL OR valid_to IS NOT NULL),
  CHECK (merged_into <> id)
);
CREATE INDEX catalogue_form_division ON catalogue_form (division, id);
GRANT SELECT, INSERT ON catalogue_form TO ${runtime_role};
GRANT UPDATE (valid_to, merged_into) ON catalogue_form TO ${runtime_role};

CREATE FUNCTION catalogue_form_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.valid_to IS NOT NULL OR NEW.merged_into IS NOT NULL OR NEW.made_in <> pg_current_xact_id() OR NOT EXISTS (
       SELECT 1 FROM department d WHERE d.credit_code = NEW.issuing_body AND d.division = NEW.division) THEN
    RAISE EXCEPTION 'form % is entered without an end, in the division of its issuer', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER catalogue_form_begins BEFORE INSERT ON catalogue_form
  FOR EACH ROW EXECUTE FUNCTION catalogue_form_begins();

CREATE FUNCTION catalogue_form_has_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the last day of form % is on record', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER catalogue_form_has_ended BEFORE UPDATE ON catalogue_form
  FOR EACH ROW WHEN (OLD.valid_to IS NOT NULL) EXECUTE FUNCTION catalogue_form_has_ended();

-- What a form asks for. Two names that differ in spaces, signs or width only are one field.
CREATE TABLE form_field (
  form       uuid         NOT NULL REFERENCES catalogue_form,
  number     int          NOT NULL CHECK (number > 0),
  name       varchar(100) NOT NULL,
  normalised text         NOT NULL CHECK (normalised <> ''),
  PRIMARY KEY (form, number),
  UNIQUE (form, normalised)
);
CREATE INDEX form_field_normalised ON form_field (normalised, form);
GRANT SELECT, INSERT ON form_field TO ${runtime_role};

CREATE FUNCTION form_field_is_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM catalogue_form f WHERE f.id = NEW.form AND f.made_in = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'form % keeps the fields that it was entered with', NEW.form USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER form_field_is_entered BEFORE INSERT ON form_field
  FOR EACH ROW EXECUTE FUNCTION form_field_is_entered();

-- Meetings and unpaid service are not asked for "in principle": a reasoned exemption may be approved (Art. 7).
CREATE TABLE demand_exemption (
  id                uuid          PRIMARY KEY,
  department        char(18)      NOT NULL REFERENCES department,
  deciding_division char(12)      NOT NULL,
  division          char(12)      NOT NULL,
  kind              varchar(20)   NOT NULL CHECK (kind IN ('MEETING', 'UNPAID_SERVICE')),
  demanded          varchar(2000) NOT NULL,
  reason            varchar(2000) NOT NULL,
  valid_from        date          NOT NULL,
  valid_to          date          NOT NULL,
  requested_by      varchar(200)  NOT NULL,
  requested_on      date          NOT NULL,
  stage             varchar(10)   NOT NULL CHECK (stage IN ('REQUESTED', 'APPROVED', 'DECLINED')),
  decided_by        varchar(200),
  decided_on        date,
  note              varchar(2000),
  CHECK (valid_to >= valid_from),
  CHECK ((stage = 'REQUESTED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_on IS NULL)),
  CHECK (stage <> 'DECLINED' OR note IS NOT NULL),
  CONSTRAINT exemption_never_by_one_person CHECK (decided_by <> requested_by)
);
CREATE INDEX demand_exemption_deciding ON demand_exemption (deciding_division, id);
GRANT SELECT, INSERT ON demand_exemption TO ${runtime_role};
GRANT UPDATE (stage, decided_by, decided_on, note) ON demand_exemption TO ${runtime_role};

CREATE FUNCTION demand_exemption_is_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'exemption % is %', OLD.id, OLD.stage USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER demand_exemption_is_decided BEFORE UPDATE ON demand_exemption
  FOR EACH ROW WHEN (OLD.stage <> 'REQUESTED') EXECUTE FUNCTION demand_exemption_is_decided();

CREATE FUNCTION demand_exemption_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.stage <> 'REQUESTED' OR NOT EXISTS (
       SELECT 1 FROM department d WHERE d.credit_code = NEW.department AND d.division = NEW.deciding_division) THEN
    RAISE EXCEPTION 'exemption % is requested of the office of the body''s own level', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.division <> NEW.deciding_division AND NOT EXISTS (
       SELECT 1 FROM division_ancestry a WHERE a.descendant = NEW.division AND a.ancestor = NEW.deciding_division
         AND a.valid_from <= NEW.requested_on AND (a.valid_to IS NULL OR a.valid_to >= NEW.requested_on)) THEN
    RAISE EXCEPTION 'exemption % is for the body''s own division', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER demand_exemption_begins BEFORE INSERT ON demand_exemption
  FOR EACH ROW EXECUTE FUNCTION demand_exemption_begins();

-- The burden register: what was demanded of a community, on what it was to rest, and why it does not where it does not.
CREATE TABLE demand (
  id                   uuid          PRIMARY KEY,
  community            char(12)      NOT NULL,
  demanding_body       char(18)      REFERENCES department,
  demanding_body_name  varchar(200)  NOT NULL,
  demanding_body_level varchar(20)   NOT NULL CHECK (demanding_body_level IN
    ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY_LEVEL', 'TOWNSHIP_LEVEL')),
  kind                 varchar(20)   NOT NULL CHECK (kind IN
    ('MEETING', 'UNPAID_SERVICE', 'LEDGER', 'STATISTICAL_FORM', 'TARGET', 'PLAQUE', 'CERTIFICATE')),
  matter               varchar(64)   NOT NULL CHECK (matter ~ '^[A-Z][A-Z0-9_]{0,63}$'),
  demanded             varchar(4000) NOT NULL,
  basis                varchar(20)   NOT NULL CHECK (basis IN
    ('ADMITTED_TASK', 'STATUTORY_DUTY', 'CATALOGUE_FORM', 'EXEMPTION')),
  placement            uuid          REFERENCES placement,
  form                 uuid          REFERENCES catalogue_form,
  -- The first day of the period for which a form is filled in.
  form_period          date,
  exemption            uuid          REFERENCES demand_exemption,
  grounds              varchar(30)   CHECK (grounds IN
    ('OUT_OF_SCOPE', 'NOT_ADMITTED', 'FUNDS_NOT_PAID', 'NOT_YET_VALID', 'EXITED', 'EXPIRED', 'DUTY_SHIFTED',
     'FORM_NOT_IN_CATALOGUE', 'FORM_NOT_IN_FORCE', 'FORM_OF_ANOTHER_BODY', 'FORM_ASKED_FOR_ALREADY', 'NOT_EXEMPTED',
     'EXEMPTION_NOT_IN_FORCE', 'LAW_GIVES_NO_CLAIM')),
  recorded_by          varchar(200)  NOT NULL,
  demanded_on          date          NOT NULL,
  CONSTRAINT paper_only_from_the_catalogue
    CHECK ((kind IN ('LEDGER', 'STATISTICAL_FORM')) = (basis = 'CATALOGUE_FORM')),
  CONSTRAINT unpaid_service_by_exemption_only CHECK (kind <> 'UNPAID_SERVICE' OR basis = 'EXEMPTION'),
  CONSTRAINT law_gives_a_claim CHECK (basis <> 'STATUTORY_DUTY' OR grounds IS NOT NULL
    OR (demanding_body IS NOT NULL AND kind NOT IN ('TARGET', 'PLAQUE'))),
  CONSTRAINT exempted_in_principle_only CHECK (basis <> 'EXEMPTION' OR kind IN ('MEETING', 'UNPAID_SERVICE')),
  CHECK ((basis = 'ADMITTED_TASK' AND grounds IS NULL) = (placement IS NOT NULL)),
  CHECK ((basis = 'CATALOGUE_FORM' AND grounds IS NULL) = (form_period IS NOT NULL)),
  CHECK (form_period IS NULL OR form IS NOT NULL),
  CHECK (form IS NULL OR basis = 'CATALOGUE_FORM'),
  CHECK (exemption IS NULL OR basis = 'EXEMPTION'),
  CHECK (basis <> 'EXEMPTION' OR grounds IS NOT NULL OR exemption IS NOT NULL)
);
CREATE INDEX demand_community ON demand (community, id);
CREATE INDEX demand_day ON demand (demanded_on, community);
-- What a community was asked for in a period is shared and not asked of it again.
CREATE UNIQUE INDEX demand_form_once ON demand (form, community, form_period);
GRANT SELECT, INSERT ON demand TO ${runtime_role};

CREATE FUNCTION is_or_succeeds(body char(18), earlier char(18)) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE holder AS (
    SELECT credit_code, succeeded_by FROM department WHERE credit_code = earlier
    UNION
    SELECT d.credit_code, d.succeeded_by FROM department d JOIN holder h ON d.credit_code = h.succeeded_by)
  SELECT EXISTS (SELECT 1 FROM holder WHERE credit_code = body)
$$;
CREATE FUNCTION form_period_of(frequency varchar, asked_on date, first_day date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE frequency
    WHEN 'ONCE' THEN first_day
    WHEN 'YEARLY' THEN make_date(extract(year FROM asked_on)::int, 1, 1)
    WHEN 'HALF_YEARLY' THEN make_date(extract(year FROM asked_on)::int,
      CASE WHEN extract(month FROM asked_on) <= 6 THEN 1 ELSE 7 END, 1)
    WHEN 'QUARTERLY' THEN make_date(extract(year FROM asked_on)::int, extract(quarter FROM asked_on)::int * 3 - 2, 1)
    WHEN 'MONTHLY' THEN make_date(extract(year FROM asked_on)::int, extract(month FROM asked_on)::int, 1)
  END
$$;
CREATE FUNCTION demand_rests_on(asked demand) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE asked.basis
    WHEN 'ADMITTED_TASK' THEN EXISTS (
      SELECT 1 FROM placement p
      WHERE p.id = asked.placement AND p.department = asked.demanding_body AND p.community = asked.community
        AND p.matter = asked.matter AND p.stage = 'ACTIVE' AND asked.demanded_on BETWEEN p.valid_from AND p.valid_to
        AND (p.funded_through IS NULL OR p.funded_through >= asked.demanded_on))
    WHEN 'STATUTORY_DUTY' THEN EXISTS (
      SELECT 1 FROM statutory_duty s
      WHERE s.code = asked.matter AND s.valid_from <= asked.demanded_on
        AND (s.valid_to IS NULL OR s.valid_to >= asked.demanded_on))
    WHEN 'CATALOGUE_FORM' THEN EXISTS (
      SELECT 1 FROM catalogue_form f
      JOIN division_ancestry a ON a.ancestor = f.division AND a.descendant = asked.community
      WHERE f.id = asked.form AND f.kind = asked.kind AND is_or_succeeds(asked.demanding_body, f.issuing_body)
        AND asked.form_period = form_period_of(f.frequency, asked.demanded_on, f.valid_from)
        AND f.valid_from <= asked.demanded_on
        AND (f.valid_to IS NULL OR f.valid_to >= asked.demanded_on)
        AND a.valid_from <= asked.demanded_on AND (a.valid_to IS NULL OR a.valid_to >= asked.demanded_on))
    WHEN 'EXEMPTION' THEN EXISTS (
      SELECT 1 FROM demand_exemption e
      JOIN division_ancestry a ON a.ancestor = e.division AND a.descendant = asked.community
      WHERE e.id = asked.exemption AND e.stage = 'APPROVED' AND e.kind = asked.kind
        AND is_or_succeeds(asked.demanding_body, e.department)
        AND asked.demanded_on BETWEEN e.valid_from AND e.valid_to
        AND a.valid_from <= asked.demanded_on AND (a.valid_to IS NULL OR a.valid_to >= asked.demanded_on))
  END
$$;
CREATE FUNCTION demand_has_a_basis() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.basis <> 'STATUTORY_DUTY' AND EXISTS (
       SELECT 1 FROM office_duty o WHERE o.code = NEW.matter AND o.valid_from <= NEW.demanded_on
         AND (o.valid_to IS NULL OR o.valid_to >= NEW.demanded_on)
         AND NOT EXISTS (
           SELECT 1 FROM statutory_duty s WHERE s.code = o.code AND s.valid_from <= NEW.demanded_on
             AND (s.valid_to IS NULL OR s.valid_to >= NEW.demanded_on))) THEN
    RAISE EXCEPTION 'matter % belongs to an office', NEW.matter USING ERRCODE = 'check_violation';
  END IF;
  IF NOT demand_rests_on(NEW) THEN
    RAISE EXCEPTION 'demand % has no basis', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER demand_has_a_basis BEFORE INSERT ON demand
  FOR EACH ROW WHEN (NEW.grounds IS NULL) EXECUTE FUNCTION demand_has_a_basis();
