-- The Community Work Admission Approval Form and its life (Art. 5). A draft may miss anything; what is submitted may not.
CREATE TABLE task_application (
  id                  uuid        PRIMARY KEY,
  department          char(18)    NOT NULL REFERENCES department,
  division            char(12)    NOT NULL,
  stage               varchar(20) NOT NULL CHECK (stage IN
    ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'DECIDED_FOR', 'REJECTED', 'SIGNED', 'SIGNATURE_REFUSED', 'WITHDRAWN')),
  version             int         NOT NULL DEFAULT 1 CHECK (version > 0),
  round               int         NOT NULL DEFAULT 0 CHECK (round >= 0),
  title               varchar(200),
  domain              varchar(40) CHECK (domain IN
    ('PUBLIC_SECURITY', 'COMMUNITY_CORRECTION', 'PUBLIC_HEALTH', 'FAMILY_PLANNING', 'PREFERENTIAL_TREATMENT_AND_RELIEF',
     'COMMUNITY_EDUCATION', 'EMPLOYMENT', 'SOCIAL_SECURITY', 'SOCIAL_ASSISTANCE', 'HOUSING_SECURITY', 'CULTURE_AND_SPORTS',
     'CONSUMER_RIGHTS', 'RIGHTS_OF_THE_ELDERLY', 'RIGHTS_OF_THE_DISABLED', 'RIGHTS_OF_MINORS',
     'RIGHTS_OF_THE_FLOATING_POPULATION')),
  exceptional_grounds varchar(2000),
  legal_basis         varchar(2000),
  content             varchar(4000),
  objects             varchar(2000),
  authority           varchar(2000),
  valid_from          date,
  valid_to            date,
  workload            varchar(2000),
  payer               char(18),
  funding_basis       varchar(2000),
  no_funds_reason     varchar(2000),
  submitted_on        date,
  signed_on           date,
  CHECK (valid_to >= valid_from),
  CHECK (domain IS NULL OR exceptional_grounds IS NULL),
  CHECK ((stage = 'SIGNED') = (signed_on IS NOT NULL)),
  CHECK (stage IN ('DRAFT', 'RETURNED', 'WITHDRAWN')
    OR (title IS NOT NULL AND coalesce(domain, exceptional_grounds) IS NOT NULL AND legal_basis IS NOT NULL
        AND content IS NOT NULL AND objects IS NOT NULL AND authority IS NOT NULL AND valid_from IS NOT NULL
        AND valid_to IS NOT NULL AND workload IS NOT NULL AND payer IS NOT NULL AND funding_basis IS NOT NULL
        AND submitted_on IS NOT NULL AND round > 0))
);
CREATE INDEX task_application_division ON task_application (division, id);
CREATE INDEX task_application_stage ON task_application (stage, id);

-- What is asked for, as it was written: communities or whole divisions.
CREATE TABLE task_area (
  application_id uuid     NOT NULL REFERENCES task_application,
  division       char(12) NOT NULL,
  PRIMARY KEY (application_id, division)
);
-- What a funding year of a community costs, in its three parts (Art. 11); without a community, of each one asked for.
CREATE TABLE task_funding (
  application_id uuid          NOT NULL REFERENCES task_application,
  community      char(12),
  funding_year   int           NOT NULL CHECK (funding_year BETWEEN 2011 AND 2999),
  working_funds  numeric(19,2) NOT NULL CHECK (working_funds >= 0),
  labour_fees    numeric(19,2) NOT NULL CHECK (labour_fees >= 0),
  conditions     numeric(19,2) NOT NULL CHECK (conditions >= 0),
  pay_by         date          NOT NULL,
  UNIQUE NULLS NOT DISTINCT (application_id, community, funding_year)
);
-- The communities a submitted application touches, expanded on the day of submission.
CREATE TABLE task_community (
  application_id uuid     NOT NULL REFERENCES task_application,
  community      char(12) NOT NULL,
  PRIMARY KEY (application_id, community)
);
CREATE INDEX task_community_community ON task_community (community, application_id);

GRANT SELECT, INSERT, UPDATE ON task_application TO ${runtime_role};
GRANT SELECT, INSERT, DELETE ON task_area, task_funding, task_community TO ${runtime_role};

-- The same person never acts in two capacities on one application: the key says so.
CREATE TABLE task_participant (
  application_id uuid         NOT NULL REFERENCES task_application,
  person         varchar(200) NOT NULL,
  capacity       varchar(20)  NOT NULL CHECK (capacity IN ('APPLICANT', 'OFFICE', 'MEMBER', 'PRINCIPAL_LEADER')),
  PRIMARY KEY (application_id, person)
);
-- One vote of each member in each round of an application.
CREATE TABLE task_vote (
  application_id uuid        NOT NULL REFERENCES task_application,
  round          int         NOT NULL CHECK (round > 0),
  voter          uuid        NOT NULL,
  ballot         varchar(10) NOT NULL CHECK (ballot IN ('FOR', 'AGAINST', 'ABSTAIN')),
  cast_at        timestamptz NOT NULL,
  PRIMARY KEY (application_id, round, voter)
);
-- What was done with an application, in order.
CREATE TABLE task_step (
  id             bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application_id uuid         NOT NULL REFERENCES task_application,
  command        varchar(20)  NOT NULL,
  stage          varchar(20)  NOT NULL,
  person         varchar(200) NOT NULL,
  reason         varchar(2000),
  taken_at       timestamptz  NOT NULL
);
CREATE INDEX task_step_application ON task_step (application_id, id);
-- How the group decided, with the figures and the rows of the rulebook it rests on.
CREATE TABLE task_decision (
  application_id uuid        NOT NULL REFERENCES task_application,
  round          int         NOT NULL CHECK (round > 0),
  outcome        varchar(10) NOT NULL CHECK (outcome IN ('FOR', 'REJECTED')),
  eligible       int         NOT NULL CHECK (eligible > 0),
  votes_for      int         NOT NULL CHECK (votes_for >= 0),
  votes_against  int         NOT NULL CHECK (votes_against >= 0),
  abstained      int         NOT NULL CHECK (abstained >= 0),
  quorum_rule    varchar(90) NOT NULL,
  majority_rule  varchar(90) NOT NULL,
  decided_on     date        NOT NULL,
  PRIMARY KEY (application_id, round),
  CHECK (votes_for + votes_against + abstained <= eligible)
);
GRANT SELECT, INSERT ON task_participant, task_vote, task_step, task_decision TO ${runtime_role};
