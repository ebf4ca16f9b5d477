-- How many people lived in a community, as facilities counted them from a day on.
CREATE TABLE community_population (
  community     char(12) NOT NULL,
  as_of         date     NOT NULL,
  households    int      NOT NULL CHECK (households >= 0),
  residents     int      NOT NULL CHECK (residents >= 0),
  demonstration boolean  NOT NULL,
  PRIMARY KEY (community, as_of)
);
GRANT SELECT, INSERT, UPDATE ON community_population TO ${runtime_role};
