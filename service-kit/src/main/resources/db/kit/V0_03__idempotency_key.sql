-- A key that a client sent with a command, and the answer it got: written in the command's own transaction.
CREATE TABLE idempotency_key (
  client       varchar(200) NOT NULL,
  operation    varchar(200) NOT NULL,
  key          varchar(200) NOT NULL,
  request_hash bytea        NOT NULL,
  taken_at     timestamptz  NOT NULL DEFAULT now(),
  status       int,
  content_type varchar(100),
  location     varchar(500),
  etag         varchar(100),
  body         bytea,
  PRIMARY KEY (client, operation, key)
);
CREATE INDEX idempotency_key_taken_at ON idempotency_key (taken_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO ${runtime_role};
