-- Who did, read or was refused what. Append-only, no payloads.
CREATE TABLE audit_trail (
  id          bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          timestamptz  NOT NULL,
  subject     varchar(200) NOT NULL,
  client      varchar(200) NOT NULL,
  roles       varchar(400) NOT NULL,
  division    char(12),
  operation   varchar(200) NOT NULL,
  resource    varchar(500) NOT NULL,
  status      int          NOT NULL,
  problem     varchar(100),
  trace_id    varchar(32)
);
CREATE INDEX audit_trail_subject ON audit_trail (subject, id);
CREATE INDEX audit_trail_resource ON audit_trail (resource, id);
GRANT SELECT, INSERT ON audit_trail TO ${runtime_role};
