-- How many residents a community had from a day on, as facilities counted them.
CREATE TABLE community_residents (
  community char(12) NOT NULL,
  as_of     date     NOT NULL,
  residents int      NOT NULL CHECK (residents >= 0),
  PRIMARY KEY (community, as_of)
);
GRANT SELECT, INSERT, UPDATE ON community_residents TO ${runtime_role};
