-- One leading group per division at city, county and township level (Art. 34). People are opaque ids.
CREATE TABLE leading_group (
  id                   uuid        PRIMARY KEY,
  division             char(12)    NOT NULL UNIQUE,
  level                varchar(20) NOT NULL CHECK (level IN ('CITY', 'COUNTY_LEVEL', 'TOWNSHIP_LEVEL')),
  host_department      char(18)    NOT NULL REFERENCES department,
  principal_leader     uuid        NOT NULL,
  first_responsible    uuid,
  directly_responsible uuid,
  valid_from           date        NOT NULL,
  version              int         NOT NULL DEFAULT 1 CHECK (version > 0)
);
CREATE TABLE leading_group_member (
  group_id  uuid NOT NULL REFERENCES leading_group,
  person    uuid NOT NULL,
  term_from date NOT NULL,
  term_to   date,
  PRIMARY KEY (group_id, person),
  CHECK (term_to >= term_from)
);
GRANT SELECT, INSERT ON leading_group TO ${runtime_role};
GRANT UPDATE (host_department, principal_leader, first_responsible, directly_responsible, valid_from, version)
  ON leading_group TO ${runtime_role};
GRANT SELECT, INSERT, DELETE ON leading_group_member TO ${runtime_role};

-- Who signs does not vote (Art. 5).
CREATE FUNCTION leader_is_no_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM leading_group g JOIN leading_group_member m ON m.group_id = g.id
             WHERE m.person = g.principal_leader
               AND g.id = (CASE TG_TABLE_NAME WHEN 'leading_group' THEN to_jsonb(NEW) ->> 'id'
                                              ELSE to_jsonb(NEW) ->> 'group_id' END)::uuid) THEN
    RAISE EXCEPTION 'the principal leader does not vote' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
-- Deferred: a leader and a member may change places within one transaction.
CREATE CONSTRAINT TRIGGER leader_is_no_member AFTER INSERT OR UPDATE ON leading_group
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION leader_is_no_member();
CREATE CONSTRAINT TRIGGER leader_is_no_member AFTER INSERT ON leading_group_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION leader_is_no_member();
