CREATE TABLE probe (
  id       uuid          PRIMARY KEY,
  division char(12)      NOT NULL,
  name     varchar(100)  NOT NULL,
  amount   numeric(19,2) NOT NULL CHECK (amount >= 0),
  version  int           NOT NULL DEFAULT 1
);
CREATE TABLE probe_attempt (id uuid PRIMARY KEY, amount numeric(19,2) NOT NULL);
GRANT SELECT, INSERT, UPDATE ON probe TO ${runtime_role};
GRANT SELECT, INSERT ON probe_attempt TO ${runtime_role};
