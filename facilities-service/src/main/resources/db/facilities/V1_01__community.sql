-- The people of a community, counted on a day; figures made up for a demonstration say so. A new count is a new row;
-- a second word about the same day corrects the first.
CREATE TABLE community_figures (
  community     char(12)    NOT NULL CHECK (community ~ '^[1-9][0-9]{11}$'),
  as_of         date        NOT NULL,
  urban         boolean     NOT NULL,
  households    int         NOT NULL CHECK (households BETWEEN 0 AND 1000000),
  residents     int         NOT NULL CHECK (residents BETWEEN 0 AND 1000000),
  demonstration boolean     NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community, as_of)
);
GRANT SELECT, INSERT ON community_figures TO ${runtime_role};
GRANT UPDATE (urban, households, residents, demonstration, recorded_at) ON community_figures TO ${runtime_role};
