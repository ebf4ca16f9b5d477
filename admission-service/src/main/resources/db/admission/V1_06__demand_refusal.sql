-- A community's refusal of a demand (Art. 4) and what coordination made of it.
CREATE TABLE demand_refusal (
  id                    uuid         PRIMARY KEY,
  community             char(12)     NOT NULL,
  demanding_body        char(18)     REFERENCES department,
  demanding_body_name   varchar(200) NOT NULL,
  demanding_body_level  varchar(20)  NOT NULL CHECK (demanding_body_level IN
    ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY_LEVEL', 'TOWNSHIP_LEVEL')),
  matter                varchar(64)  NOT NULL CHECK (matter ~ '^[A-Z][A-Z0-9_]{0,63}$'),
  demanded              varchar(4000) NOT NULL,
  grounds               varchar(20)  NOT NULL CHECK (grounds IN
    ('OUT_OF_SCOPE', 'NOT_ADMITTED', 'NOT_FUNDED', 'EXPIRED', 'DUTY_SHIFTED')),
  -- What the admission check said at that moment.
  finding               varchar(30)  NOT NULL,
  refused_by            varchar(200) NOT NULL,
  refused_on            date         NOT NULL,
  coordinating_division char(12)     NOT NULL,
  coordinate_by         date         NOT NULL,
  deadline_rule         varchar(90)  NOT NULL,
  outcome               varchar(30)  CHECK (outcome IN ('DEMAND_WITHDRAWN', 'ADMISSION_APPLIED_FOR', 'OVERRULED')),
  application_id        uuid         REFERENCES task_application,
  basis_kind            varchar(30)  CHECK (basis_kind IN
    ('PARTY_CONSTITUTION', 'LAW', 'ADMINISTRATIVE_REGULATION', 'LOCAL_REGULATION')),
  basis_citation        varchar(400),
  note                  varchar(2000),
  closed_by             varchar(200),
  closed_on             date,
  CHECK (coordinate_by >= refused_on),
  CHECK ((outcome IS NULL) = (closed_on IS NULL) AND (outcome IS NULL) = (closed_by IS NULL)),
  CHECK ((outcome IS NOT DISTINCT FROM 'ADMISSION_APPLIED_FOR') = (application_id IS NOT NULL)),
  CHECK ((outcome IS NOT DISTINCT FROM 'OVERRULED') = (basis_kind IS NOT NULL)),
  CHECK ((basis_kind IS NULL) = (basis_citation IS NULL))
);
CREATE INDEX demand_refusal_community ON demand_refusal (community, id);
GRANT SELECT, INSERT ON demand_refusal TO ${runtime_role};
GRANT UPDATE (outcome, application_id, basis_kind, basis_citation, note, closed_by, closed_on)
  ON demand_refusal TO ${runtime_role};
