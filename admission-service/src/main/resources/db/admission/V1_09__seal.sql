-- The seal of the residents' committee (Art. 8): the one catalogue of what it is set under, who keeps it, and each use of it.
CREATE TABLE seal_matter (
  code        varchar(64)  PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{0,63}$'),
  kind        varchar(20)  NOT NULL CHECK (kind IN ('SELF_GOVERNMENT', 'DAILY_WORK', 'CERTIFICATE', 'FORBIDDEN')),
  title_zh    varchar(200) NOT NULL,
  title_en    varchar(200) NOT NULL,
  basis_kind  varchar(30)  CHECK (basis_kind IN
    ('PARTY_CONSTITUTION', 'LAW', 'ADMINISTRATIVE_REGULATION', 'LOCAL_REGULATION')),
  citation_zh varchar(200) NOT NULL,
  citation_en varchar(200) NOT NULL,
  valid_from  date         NOT NULL,
  valid_to    date,
  CHECK (valid_to >= valid_from),
  CONSTRAINT certificate_rests_on_law
    CHECK (kind <> 'CERTIFICATE' OR coalesce(basis_kind, 'PARTY_CONSTITUTION') <> 'PARTY_CONSTITUTION')
);
GRANT SELECT, INSERT ON seal_matter TO ${runtime_role};
GRANT UPDATE (valid_to) ON seal_matter TO ${runtime_role};

CREATE FUNCTION seal_matter_has_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the last day of seal matter % is on record', OLD.code USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER seal_matter_has_ended BEFORE UPDATE ON seal_matter
  FOR EACH ROW WHEN (OLD.valid_to IS NOT NULL) EXECUTE FUNCTION seal_matter_has_ended();

-- The committee's own matters as Art. 8 names them.
INSERT INTO seal_matter (code, kind, title_zh, title_en, citation_zh, citation_en, valid_from) VALUES
('SELF_GOVERNMENT_AFFAIRS', 'SELF_GOVERNMENT', '居民自治事务', 'Affairs of the residents'' self-government',
 '长办发〔2011〕39号第8条', 'Chang Ban Fa [2011] No. 39, Art. 8', '2011-12-14'),
('DAILY_WORK', 'DAILY_WORK', '社区居委会日常工作', 'Daily work of the residents'' committee',
 '长办发〔2011〕39号第8条', 'Chang Ban Fa [2011] No. 39, Art. 8', '2011-12-14');

-- The twenty kinds of certificates that committees are not to be asked for: list of the Ministry of Civil Affairs and five other
-- departments (民发〔2020〕20号), as published on 28 April 2020.
INSERT INTO seal_matter (code, kind, title_zh, title_en, citation_zh, citation_en, valid_from)
SELECT 'NO_' || code, 'FORBIDDEN', title_zh, title_en, '民发〔2020〕20号所附清单（第一批）',
       'Min Fa [2020] No. 20, first list', '2020-04-28'
FROM (VALUES
  ('KINSHIP', '亲属关系证明', 'Certificate of kinship'),
  ('IDENTITY', '居民身份信息证明', 'Certificate of a resident''s identity'),
  ('HOUSEHOLD_REGISTER_CHANGE', '户口登记项目内容变更申请证明', 'Certificate for a change in the household register'),
  ('DOG_KEEPING', '居民养犬证明', 'Certificate of keeping a dog'),
  ('CRIMINAL_RECORD', '无犯罪记录证明', 'Certificate of no criminal record'),
  ('DRUG_REHABILITATION', '社区戒毒、社区康复人员情况证明', 'Certificate on persons in community drug rehabilitation'),
  ('MISSING_PERSON', '人员失踪证明', 'Certificate that a person is missing'),
  ('MARITAL_STATUS', '婚姻状况证明', 'Certificate of marital status'),
  ('BIRTH', '出生证明', 'Certificate of birth'),
  ('BEING_ALIVE', '健在证明', 'Certificate of being alive'),
  ('DEATH', '死亡证明', 'Certificate of death'),
  ('ILLNESS', '疾病状况证明', 'Certificate of illness'),
  ('DISABILITY', '残疾状况证明', 'Certificate of disability'),
  ('MARRIAGE_AND_CHILDREN', '婚育状况证明', 'Certificate of marriage and children'),
  ('EMPLOYMENT', '居民就业状况证明', 'Certificate of employment'),
  ('PERSONAL_FILE', '居民个人档案证明', 'Certificate on a personal file'),
  ('PROPERTY', '居民财产证明', 'Certificate of property'),
  ('INHERITANCE', '遗产继承权证明', 'Certificate of the right to inherit'),
  ('BUSINESS_ADDRESS', '市场主体住所证明', 'Certificate of a business address'),
  ('LOST_DOCUMENT', '证件遗失证明', 'Certificate that a document was lost')) listed (code, title_zh, title_en);

CREATE TABLE seal (
  id               uuid         PRIMARY KEY,
  community        char(12)     NOT NULL,
  custodian        varchar(200) NOT NULL,
  issued_by        varchar(200) NOT NULL,
  issued_on        date         NOT NULL,
  stage            varchar(10)  NOT NULL CHECK (stage IN ('IN_USE', 'LOST', 'REPLACED')),
  replaces         uuid         UNIQUE REFERENCES seal,
  lost_on          date,
  reported_by      varchar(200),
  replaceable_from date,
  notice_rule      varchar(90),
  CHECK (num_nulls(lost_on, reported_by, replaceable_from, notice_rule) IN (0, 4)),
  CHECK (stage = 'REPLACED' OR (stage = 'LOST') = (lost_on IS NOT NULL)),
  CHECK (replaceable_from >= lost_on)
);
-- A committee has one seal; a lost one is in the way of another until its notice has run.
CREATE UNIQUE INDEX seal_of_community ON seal (community) WHERE stage <> 'REPLACED';
CREATE INDEX seal_community ON seal (community, id);
GRANT SELECT, INSERT ON seal TO ${runtime_role};
GRANT UPDATE (custodian, stage, lost_on, reported_by, replaceable_from, notice_rule) ON seal TO ${runtime_role};

CREATE FUNCTION seal_is_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'seal % is %: it is not used again', OLD.id, OLD.stage USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER seal_is_gone BEFORE UPDATE ON seal
  FOR EACH ROW WHEN (OLD.stage = 'REPLACED' OR OLD.stage = 'LOST' AND NEW.stage <> 'REPLACED'
    OR OLD.lost_on IS NOT NULL AND (NEW.lost_on, NEW.replaceable_from) IS DISTINCT FROM (OLD.lost_on, OLD.replaceable_from))
  EXECUTE FUNCTION seal_is_gone();
CREATE FUNCTION seal_notice_runs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.replaces IS NULL AND EXISTS (SELECT 1 FROM seal s WHERE s.community = NEW.community AND s.stage = 'REPLACED') THEN
    RAISE EXCEPTION 'a later seal of % replaces the one before', NEW.community USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.replaces IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM seal s WHERE s.id = NEW.replaces AND s.community = NEW.community AND s.stage = 'REPLACED'
         AND (s.replaceable_from IS NULL OR s.replaceable_from <= NEW.issued_on)) THEN
    RAISE EXCEPTION 'seal % cannot be replaced on %', NEW.replaces, NEW.issued_on USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seal_notice_runs BEFORE INSERT ON seal FOR EACH ROW EXECUTE FUNCTION seal_notice_runs();

CREATE TABLE seal_handover (
  seal_id        uuid          NOT NULL REFERENCES seal,
  number         int           NOT NULL CHECK (number > 0),
  from_custodian varchar(200)  NOT NULL,
  to_custodian   varchar(200)  NOT NULL CHECK (to_custodian <> from_custodian),
  reason         varchar(2000) NOT NULL,
  handed_on      date          NOT NULL,
  recorded_by    varchar(200)  NOT NULL,
  PRIMARY KEY (seal_id, number)
);
GRANT SELECT, INSERT ON seal_handover TO ${runtime_role};

-- The register of uses: numbered without gaps for each seal, which is that of the day on which it is set.
CREATE TABLE seal_use (
  id           uuid          PRIMARY KEY,
  seal_id      uuid          NOT NULL REFERENCES seal,
  community    char(12)      NOT NULL,
  matter       varchar(64)   NOT NULL REFERENCES seal_matter,
  summary      varchar(2000) NOT NULL,
  copies       int           NOT NULL CHECK (copies BETWEEN 1 AND 1000),
  applicant    varchar(100)  NOT NULL,
  handler      varchar(200)  NOT NULL,
  requested_on date          NOT NULL,
  stage        varchar(10)   NOT NULL CHECK (stage IN ('REQUESTED', 'SEALED', 'DECLINED')),
  approver     varchar(200),
  decided_at   timestamptz,
  number       int           CHECK (number > 0),
  reason       varchar(2000),
  UNIQUE (seal_id, number),
  CHECK ((stage = 'REQUESTED') = (approver IS NULL) AND (approver IS NULL) = (decided_at IS NULL)),
  CONSTRAINT never_one_person CHECK (approver <> handler),
  CHECK ((stage = 'SEALED') = (number IS NOT NULL)),
  CHECK ((stage = 'DECLINED') = (reason IS NOT NULL))
);
CREATE INDEX seal_use_community ON seal_use (community, id);
GRANT SELECT, INSERT ON seal_use TO ${runtime_role};
GRANT UPDATE (seal_id, stage, approver, decided_at, number, reason) ON seal_use TO ${runtime_role};

CREATE FUNCTION seal_use_is_lawful() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.stage <> 'REQUESTED' THEN
    RAISE EXCEPTION 'use % of the seal is on record', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.stage = 'SEALED' THEN
    PERFORM 1 FROM seal s WHERE s.id = NEW.seal_id AND s.community = NEW.community AND s.stage = 'IN_USE' FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'seal % is not in use', NEW.seal_id USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM seal_matter m WHERE m.code = NEW.matter AND m.kind <> 'FORBIDDEN'
                   AND m.valid_from <= (NEW.decided_at AT TIME ZONE 'Asia/Shanghai')::date
                   AND (m.valid_to IS NULL OR m.valid_to >= (NEW.decided_at AT TIME ZONE 'Asia/Shanghai')::date)) THEN
      RAISE EXCEPTION 'matter % is not in the catalogue', NEW.matter USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.number <> 1 + coalesce((SELECT max(u.number) FROM seal_use u WHERE u.seal_id = NEW.seal_id), 0) THEN
      RAISE EXCEPTION 'the register of seal % leaves no number out', NEW.seal_id USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seal_use_is_lawful BEFORE INSERT OR UPDATE ON seal_use
  FOR EACH ROW EXECUTE FUNCTION seal_use_is_lawful();

-- Who demanded a seal or certificate, and whether the catalogue has it.
CREATE TABLE seal_demand (
  id                   uuid          PRIMARY KEY,
  community            char(12)      NOT NULL,
  demanding_body       char(18)      REFERENCES department,
  demanding_body_name  varchar(200)  NOT NULL,
  demanding_body_level varchar(20)   NOT NULL CHECK (demanding_body_level IN
    ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY_LEVEL', 'TOWNSHIP_LEVEL')),
  matter               varchar(64)   NOT NULL CHECK (matter ~ '^[A-Z][A-Z0-9_]{0,63}$'),
  demanded             varchar(4000) NOT NULL,
  finding              varchar(20)   NOT NULL CHECK (finding IN
    ('MAY_BE_SEALED', 'FORBIDDEN', 'COMMITTEES_OWN', 'NOT_IN_CATALOGUE', 'NOT_IN_FORCE')),
  recorded_by          varchar(200)  NOT NULL,
  demanded_on          date          NOT NULL
);
CREATE INDEX seal_demand_community ON seal_demand (community, id);
GRANT SELECT, INSERT ON seal_demand TO ${runtime_role};

-- A form with a field for the committee's opinion and seal: the field stands on law or regulation, or goes.
CREATE TABLE form_review (
  id             uuid         PRIMARY KEY,
  division       char(12)     NOT NULL,
  department     char(18)     NOT NULL REFERENCES department,
  title          varchar(200) NOT NULL,
  basis_kind     varchar(30)  CHECK (basis_kind IN ('LAW', 'ADMINISTRATIVE_REGULATION', 'LOCAL_REGULATION')),
  basis_citation varchar(400),
  outcome        varchar(20)  NOT NULL CHECK (outcome IN ('FIELD_STANDS', 'FIELD_GOES')),
  reviewed_by    varchar(200) NOT NULL,
  reviewed_on    date         NOT NULL,
  CHECK ((basis_kind IS NULL) = (basis_citation IS NULL)),
  CONSTRAINT field_rests_on_law CHECK ((outcome = 'FIELD_STANDS') = (basis_kind IS NOT NULL))
);
GRANT SELECT, INSERT ON form_review TO ${runtime_role};
