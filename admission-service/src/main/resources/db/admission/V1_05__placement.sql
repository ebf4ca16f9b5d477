-- One signed task in one community (Art. 5). What the admission check needs stands in this one row.
CREATE TABLE placement (
  id             uuid        PRIMARY KEY,
  application_id uuid        NOT NULL REFERENCES task_application,
  -- Who may ask now: a successor takes over what its predecessor held.
  department     char(18)    NOT NULL REFERENCES department,
  community      char(12)    NOT NULL,
  matter         varchar(64) NOT NULL,
  stage          varchar(20) NOT NULL CHECK (stage IN ('AWAITING_FUNDS', 'ACTIVE', 'FUNDS_LAPSED', 'EXPIRED')),
  valid_from     date        NOT NULL,
  valid_to       date        NOT NULL,
  -- The last day that payments so far cover; null when nothing more is due.
  funded_through date,
  UNIQUE (application_id, community),
  CHECK (valid_to >= valid_from)
);
CREATE INDEX placement_check ON placement (department, community, matter);
CREATE INDEX placement_community ON placement (community, id) WHERE stage = 'ACTIVE';
CREATE INDEX placement_ends ON placement (valid_to, id) WHERE stage <> 'EXPIRED';
CREATE INDEX placement_unpaid ON placement (funded_through, id) WHERE stage = 'ACTIVE' AND funded_through IS NOT NULL;

-- What a funding year of a placement costs (Art. 11) and how far funding says it is paid.
CREATE TABLE placement_funding (
  placement_id  uuid          NOT NULL REFERENCES placement,
  funding_year  int           NOT NULL,
  working_funds numeric(19,2) NOT NULL CHECK (working_funds >= 0),
  labour_fees   numeric(19,2) NOT NULL CHECK (labour_fees >= 0),
  conditions    numeric(19,2) NOT NULL CHECK (conditions >= 0),
  amount_due    numeric(19,2) GENERATED ALWAYS AS (working_funds + labour_fees + conditions) STORED,
  pay_by        date          NOT NULL,
  obligation    uuid          UNIQUE,
  settled_on    date,
  PRIMARY KEY (placement_id, funding_year),
  CHECK (settled_on IS NULL OR obligation IS NOT NULL)
);
GRANT SELECT, INSERT ON placement, placement_funding TO ${runtime_role};
GRANT UPDATE (department, stage, funded_through) ON placement TO ${runtime_role};
GRANT UPDATE (obligation, settled_on) ON placement_funding TO ${runtime_role};
