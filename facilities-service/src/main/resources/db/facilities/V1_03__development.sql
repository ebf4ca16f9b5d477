-- New developments (Art. 13). A plan is never changed: another one takes its place and is reviewed again.
CREATE TABLE development (
  id          uuid         PRIMARY KEY,
  division    char(12)     NOT NULL CHECK (division ~ '^[1-9][0-9]{11}$'),
  developer   char(18)     NOT NULL,
  kind        varchar(40)  NOT NULL
              CHECK (kind IN ('NEW_ESTATE', 'CONTIGUOUS_REDEVELOPMENT', 'AFFORDABLE_HOUSING')),
  location    varchar(200) NOT NULL,
  plan        int          NOT NULL CHECK (plan > 0),
  stage       varchar(20)  NOT NULL CHECK (stage IN ('PLANNED', 'APPROVED', 'REJECTED')),
  version     int          NOT NULL CHECK (version > 0),
  recorded_at timestamptz  NOT NULL DEFAULT now(),
  recorded_by varchar(200) NOT NULL
);
CREATE INDEX development_division ON development (division);

CREATE TABLE development_phase (
  development                      uuid          NOT NULL REFERENCES development,
  plan                             int           NOT NULL CHECK (plan > 0),
  phase                            int           NOT NULL CHECK (phase > 0),
  households                       int           NOT NULL CHECK (households > 0),
  service_premises_square_metres   numeric(12,2) NOT NULL CHECK (service_premises_square_metres >= 0),
  welfare_facilities_square_metres numeric(12,2) NOT NULL CHECK (welfare_facilities_square_metres >= 0),
  PRIMARY KEY (development, plan, phase)
);

-- One review of each plan, by the rule of its day. What is approved has what is required: nobody writes otherwise.
CREATE TABLE planning_review (
  id                     uuid          PRIMARY KEY,
  development            uuid          NOT NULL REFERENCES development,
  plan                   int           NOT NULL,
  outcome                varchar(20)   NOT NULL CHECK (outcome IN ('APPROVED', 'REJECTED')),
  up_to_phase            int           NOT NULL,
  households             int           NOT NULL CHECK (households > 0),
  required_square_metres numeric(12,2) NOT NULL CHECK (required_square_metres > 0),
  planned_square_metres  numeric(12,2) NOT NULL,
  rule_id                varchar(80)   NOT NULL,
  rule_version           int           NOT NULL,
  rate_square_metres     numeric(12,2) NOT NULL,
  reviewed_on            date          NOT NULL,
  recorded_at            timestamptz   NOT NULL DEFAULT now(),
  recorded_by            varchar(200)  NOT NULL,
  UNIQUE (development, plan),
  CONSTRAINT nothing_below_the_standard_is_approved CHECK
    ((outcome = 'APPROVED') = (planned_square_metres * 100 >= households * rate_square_metres))
);
GRANT SELECT, INSERT ON development, development_phase, planning_review TO ${runtime_role};
GRANT UPDATE (plan, stage, version) ON development TO ${runtime_role};
