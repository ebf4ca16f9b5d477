-- Figures as they stood at the end of a day, kept as they were said.
CREATE TABLE indicator_record (
  indicator   varchar(64)   NOT NULL,
  division    char(12)      NOT NULL,
  as_of       date          NOT NULL,
  numerator   bigint        NOT NULL CHECK (numerator >= 0),
  denominator bigint        NOT NULL CHECK (denominator > 0),
  target      numeric(9, 2) NOT NULL,
  PRIMARY KEY (indicator, as_of, division)
);
GRANT SELECT, INSERT ON indicator_record TO ${runtime_role};
