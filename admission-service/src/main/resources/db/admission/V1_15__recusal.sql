-- Whose leading group decides, and why: that of the applicant's own level (Art. 5), or the next one up.
ALTER TABLE task_application
  ADD decided_by      char(12),
  ADD decided_because varchar(30) CHECK (decided_because IN
    ('SAME_LEVEL', 'APPLICANT_HOSTS_GROUP', 'RECUSAL', 'NO_LEVEL_ABOVE'));
UPDATE task_application SET decided_by = division, decided_because = 'SAME_LEVEL' WHERE submitted_on IS NOT NULL;
ALTER TABLE task_application
  ADD CHECK (num_nulls(submitted_on, decided_by, decided_because) IN (0, 3)),
  ADD CHECK (decided_because <> 'SAME_LEVEL' OR decided_by = division);
CREATE INDEX task_application_decided_by ON task_application (decided_by, id);

-- Who is partial takes no part: says so before voting in the present round, and never acts on the matter again.
ALTER TABLE task_participant
  DROP CONSTRAINT task_participant_capacity_check,
  ADD CONSTRAINT task_participant_capacity_check
    CHECK (capacity IN ('APPLICANT', 'OFFICE', 'MEMBER', 'PRINCIPAL_LEADER', 'RECUSED'));
GRANT UPDATE (capacity) ON task_participant TO ${runtime_role};
ALTER TABLE task_step
  ADD recused uuid,
  ADD CHECK ((command IN ('RECUSE_MEMBER', 'RECUSE_LEADER')) = (recused IS NOT NULL)),
  ADD CHECK (recused IS NULL OR reason IS NOT NULL);

CREATE FUNCTION recusal_is_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.capacity <> 'MEMBER' OR NEW.capacity <> 'RECUSED' THEN
    RAISE EXCEPTION 'a capacity does not change but for a recusal' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM task_vote v JOIN task_application a ON a.id = v.application_id AND a.round = v.round
             WHERE v.application_id = NEW.application_id AND v.voter::text = NEW.person) THEN
    RAISE EXCEPTION 'who voted in this round is not recused from it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recusal_is_in_time BEFORE UPDATE ON task_participant
  FOR EACH ROW EXECUTE FUNCTION recusal_is_in_time();

CREATE FUNCTION recused_does_not_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM task_participant p
             WHERE p.application_id = NEW.application_id AND p.person = NEW.voter::text AND p.capacity = 'RECUSED') THEN
    RAISE EXCEPTION 'who is recused does not vote' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recused_does_not_vote BEFORE INSERT ON task_vote
  FOR EACH ROW EXECUTE FUNCTION recused_does_not_vote();
