-- The hierarchy of divisions, effective-dated; facilities writes it by import, others from its events.
CREATE TABLE division (
  code       char(12)     NOT NULL CHECK (code ~ '^[1-9][0-9]{11}$'),
  name       varchar(100) NOT NULL,
  level      varchar(20)  NOT NULL CHECK (level IN ('CITY', 'COUNTY_LEVEL', 'TOWNSHIP_LEVEL', 'COMMUNITY')),
  kind       varchar(40)  NOT NULL,
  parent     char(12),
  valid_from date         NOT NULL,
  valid_to   date,
  PRIMARY KEY (code, valid_from),
  CHECK (valid_to >= valid_from),
  CHECK (parent <> code),
  CHECK ((level = 'CITY') = (parent IS NULL))
);
CREATE INDEX division_parent ON division (parent);

-- Every pair of a division and one it lies in, itself included, with the days on which that holds.
CREATE TABLE division_ancestry (
  descendant char(12) NOT NULL,
  ancestor   char(12) NOT NULL,
  valid_from date     NOT NULL,
  valid_to   date,
  PRIMARY KEY (descendant, ancestor, valid_from)
);
CREATE INDEX division_ancestry_ancestor ON division_ancestry (ancestor, descendant);

GRANT SELECT, INSERT, UPDATE ON division TO ${runtime_role};
GRANT SELECT, INSERT, DELETE ON division_ancestry TO ${runtime_role};
