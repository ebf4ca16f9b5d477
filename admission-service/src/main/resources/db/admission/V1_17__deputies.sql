-- Who signs in the leader's place, each in a term (Art. 34).
CREATE TABLE leading_group_deputy (
  group_id  uuid NOT NULL REFERENCES leading_group,
  person    uuid NOT NULL,
  term_from date NOT NULL,
  term_to   date,
  PRIMARY KEY (group_id, person),
  CHECK (term_to >= term_from)
);
GRANT SELECT, INSERT, DELETE ON leading_group_deputy TO ${runtime_role};

-- Who signs does not vote (Art. 5), whether leader or deputy.
CREATE OR REPLACE FUNCTION leader_is_no_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM leading_group g JOIN leading_group_member m ON m.group_id = g.id
             WHERE g.id = (CASE TG_TABLE_NAME WHEN 'leading_group' THEN to_jsonb(NEW) ->> 'id'
                                              ELSE to_jsonb(NEW) ->> 'group_id' END)::uuid
               AND (m.person = g.principal_leader
                    OR m.person IN (SELECT person FROM leading_group_deputy d WHERE d.group_id = g.id))) THEN
    RAISE EXCEPTION 'who signs does not vote' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER leader_is_no_member AFTER INSERT ON leading_group_deputy
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION leader_is_no_member();
