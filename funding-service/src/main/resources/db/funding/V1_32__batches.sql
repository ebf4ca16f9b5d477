-- Batches (history of a city, thousands of lines at once) and what became of each line. Every report stays.
CREATE TABLE batch (
  id             uuid         PRIMARY KEY,
  kind           varchar(20)  NOT NULL CHECK (kind IN ('RECEIPTS', 'EXPENDITURES')),
  mode           varchar(20)  NOT NULL CHECK (mode IN ('ALL_OR_NOTHING', 'PER_LINE')),
  dry_run        boolean      NOT NULL,
  division       char(12)     NOT NULL,
  key            varchar(200) NOT NULL,
  fingerprint    varchar(64)  NOT NULL,
  lines          int          NOT NULL,
  booked         int          NOT NULL,
  already_booked int          NOT NULL,
  passed         int          NOT NULL,
  refused        int          NOT NULL,
  sent_by        varchar(200) NOT NULL,
  sent_at        timestamptz  NOT NULL,
  UNIQUE (kind, sent_by, key),
  CHECK (lines = booked + already_booked + passed + refused),
  CHECK (booked = 0 OR NOT dry_run),
  CHECK (booked = 0 OR refused = 0 OR mode = 'PER_LINE')
);

CREATE TABLE batch_line (
  batch     uuid        NOT NULL REFERENCES batch,
  line      int         NOT NULL CHECK (line > 0),
  reference varchar(64),
  outcome   varchar(20) NOT NULL CHECK (outcome IN ('BOOKED', 'ALREADY_BOOKED', 'PASSED', 'REFUSED')),
  document  uuid,
  problem   text,
  PRIMARY KEY (batch, line),
  CHECK ((outcome IN ('BOOKED', 'ALREADY_BOOKED')) = (document IS NOT NULL)),
  CHECK ((outcome = 'REFUSED') = (problem IS NOT NULL))
);
CREATE INDEX batch_line_reference ON batch_line (reference) WHERE outcome = 'BOOKED';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON batch EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON batch_line EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON batch, batch_line TO ${runtime_role};
