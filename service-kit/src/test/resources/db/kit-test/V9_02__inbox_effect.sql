-- No constraint hides an effect that happens twice.
CREATE TABLE inbox_effect (
  number   bigint GENERATED ALWAYS AS IDENTITY,
  event_id uuid   NOT NULL,
  subject  text   NOT NULL,
  key      text   NOT NULL
);
GRANT SELECT, INSERT ON inbox_effect TO ${runtime_role};
