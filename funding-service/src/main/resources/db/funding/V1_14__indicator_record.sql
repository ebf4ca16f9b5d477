-- Figures as they stood at the end of a day, kept as they were said (Art. 36).
CREATE TABLE indicator_record (
  indicator   varchar(64)   NOT NULL,
  division    char(12)      NOT NULL,
  as_of       date          NOT NULL,
  numerator   numeric(19,2) NOT NULL CHECK (numerator >= 0),
  denominator numeric(19,2) NOT NULL CHECK (denominator > 0),
  PRIMARY KEY (indicator, as_of, division)
);
GRANT SELECT, INSERT ON indicator_record TO ${runtime_role};
