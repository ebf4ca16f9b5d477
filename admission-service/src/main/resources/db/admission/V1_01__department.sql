-- Bodies that may apply for a task or demand something of a community (Art. 7, 35).
CREATE TABLE department (
  credit_code       char(18)    PRIMARY KEY CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  division          char(12)    NOT NULL,
  name_zh           varchar(64) NOT NULL,
  name_en           varchar(64),
  category          varchar(30) NOT NULL CHECK (category IN
    ('LEAD_DEPARTMENT', 'COOPERATING_DEPARTMENT', 'POLICY_DEPARTMENT', 'PEOPLES_BODY', 'SUBDISTRICT_OFFICE',
     'SECTOR_BODY', 'ENTERPRISE', 'INSTITUTION', 'HIGHER_LEVEL_ORGAN', 'OTHER_DEPARTMENT')),
  affiliation_level varchar(20) NOT NULL CHECK (affiliation_level IN
    ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY_LEVEL', 'TOWNSHIP_LEVEL')),
  succeeded_by      char(18)    REFERENCES department,
  succeeded_on      date,
  version           int         NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (succeeded_by <> credit_code),
  CHECK ((succeeded_by IS NULL) = (succeeded_on IS NULL))
);
CREATE INDEX department_division ON department (division, credit_code);
GRANT SELECT, INSERT ON department TO ${runtime_role};
GRANT UPDATE (succeeded_by, succeeded_on, version) ON department TO ${runtime_role};
