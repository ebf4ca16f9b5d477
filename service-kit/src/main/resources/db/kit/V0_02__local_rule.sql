-- Rulebook rows that a division decided for itself; kept by version, only their end may be set later.
CREATE TABLE local_rule (
  division   char(12)      NOT NULL,
  rule_id    varchar(80)   NOT NULL,
  version    int           NOT NULL CHECK (version > 0),
  value      varchar(400)  NOT NULL,
  unit       varchar(20)   NOT NULL,
  direction  varchar(10)   NOT NULL CHECK (direction IN ('MINIMUM', 'MAXIMUM')),
  origin     varchar(20)   NOT NULL CHECK (origin IN ('POLICY', 'LAW', 'PRODUCT_DEFAULT')),
  citation   varchar(200)  NOT NULL,
  valid_from date          NOT NULL,
  valid_to   date,
  PRIMARY KEY (division, rule_id, version),
  CHECK (valid_to >= valid_from)
);
GRANT SELECT, INSERT ON local_rule TO ${runtime_role};
GRANT UPDATE (valid_to) ON local_rule TO ${runtime_role};
