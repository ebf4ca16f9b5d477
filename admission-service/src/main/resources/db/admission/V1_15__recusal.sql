-- Whose leading group decides, and why: that of the applicant's own level (Art. 5), or one further up.
ALTER TABLE task_application
  ADD decided_by      char(12),
  ADD decided_because varchar(30) CHECK (decided_because IN
    ('SAME_LEVEL', 'APPLICANT_HOSTS_GROUP', 'GROUP_CANNOT_DECIDE', 'NO_LEVEL_ABOVE'));
UPDATE task_application SET decided_by = division, decided_because = 'SAME_LEVEL' WHERE submitted_on IS NOT NULL;
ALTER TABLE task_application
  ADD CHECK (num_nulls(submitted_on, decided_by, decided_because) IN (0, 3)),
  ADD CONSTRAINT same_level_or_above CHECK (CASE decided_because
    WHEN 'SAME_LEVEL' THEN decided_by = division
    WHEN 'NO_LEVEL_ABOVE' THEN true
    ELSE decided_by <> division END);
CREATE INDEX task_application_decided_by ON task_application (decided_by, id);

CREATE FUNCTION decider_is_above() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM division_ancestry WHERE descendant = NEW.division AND ancestor = NEW.decided_by) THEN
    RAISE EXCEPTION 'nobody but the own level or one above decides on application %', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decider_is_above BEFORE INSERT OR UPDATE OF decided_by ON task_application
  FOR EACH ROW WHEN (NEW.decided_by <> NEW.division) EXECUTE FUNCTION decider_is_above();

-- Who is partial takes no part: says so before voting in the present round, and never acts on the matter again.
ALTER TABLE task_participant
  DROP CONSTRAINT task_participant_capacity_check,
  ADD CONSTRAINT task_participant_capacity_check
    CHECK (capacity IN ('APPLICANT', 'OFFICE', 'MEMBER', 'PRINCIPAL_LEADER', 'DEPUTY', 'RECUSED'));
GRANT UPDATE (capacity) ON task_participant TO ${runtime_role};
ALTER TABLE task_step
  ADD recused uuid,
  ADD CHECK ((command IN ('RECUSE_MEMBER', 'RECUSE_LEADER')) = (recused IS NOT NULL)),
  ADD CHECK (recused IS NULL OR reason IS NOT NULL);

CREATE FUNCTION recusal_is_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NOT (OLD.capacity = 'MEMBER' AND NEW.capacity = 'RECUSED') THEN
    RAISE EXCEPTION 'a capacity does not change but for a recusal' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.capacity = 'RECUSED'
     AND EXISTS (SELECT 1 FROM task_vote v JOIN task_application a ON a.id = v.application_id AND a.round = v.round
                 WHERE v.application_id = NEW.application_id AND v.voter::text = NEW.person) THEN
    RAISE EXCEPTION 'who voted in this round is not recused from it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recusal_is_in_time BEFORE INSERT OR UPDATE ON task_participant
  FOR EACH ROW EXECUTE FUNCTION recusal_is_in_time();

CREATE FUNCTION recused_does_not_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM task_participant p
             WHERE p.application_id = NEW.application_id AND p.capacity = 'RECUSED'
               AND p.person = coalesce(to_jsonb(NEW) ->> 'voter', to_jsonb(NEW) ->> 'person')) THEN
    RAISE EXCEPTION 'who is recused neither votes nor signs' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recused_does_not_vote BEFORE INSERT ON task_vote
  FOR EACH ROW EXECUTE FUNCTION recused_does_not_act();
CREATE TRIGGER recused_does_not_sign BEFORE INSERT ON task_step
  FOR EACH ROW WHEN (NEW.command IN ('SIGN', 'REFUSE_SIGNATURE')) EXECUTE FUNCTION recused_does_not_act();
