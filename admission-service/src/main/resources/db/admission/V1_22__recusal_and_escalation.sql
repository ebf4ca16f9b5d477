-- Who is partial takes no part in exits and evaluations either; where too few are left, the next level up decides.
ALTER TABLE exit_proposal
  ADD round           int         NOT NULL DEFAULT 1 CHECK (round > 0),
  ADD decided_because varchar(30) CHECK (decided_because IN
    ('SAME_LEVEL', 'APPLICANT_HOSTS_GROUP', 'GROUP_CANNOT_DECIDE', 'NO_LEVEL_ABOVE')),
  -- The body that hosts the office which proposed it.
  ADD office          char(18)    REFERENCES department,
  ADD CONSTRAINT office_of_an_office CHECK (office IS NULL OR side = 'OFFICE');
ALTER TABLE exit_proposal DISABLE TRIGGER USER;
UPDATE exit_proposal e SET decided_because =
  CASE WHEN a.division = e.division THEN 'SAME_LEVEL' ELSE 'APPLICANT_HOSTS_GROUP' END
  FROM task_application a WHERE a.id = e.application_id;
ALTER TABLE exit_proposal ENABLE TRIGGER USER;
ALTER TABLE exit_proposal ALTER decided_because SET NOT NULL;
GRANT UPDATE (division, decided_because, round) ON exit_proposal TO ${runtime_role};

-- The item belongs to the evaluation of its own level, whoever decides on it.
ALTER TABLE evaluation_request
  ADD round           int         NOT NULL DEFAULT 1 CHECK (round > 0),
  ADD decided_by      char(12),
  ADD decided_because varchar(30) CHECK (decided_because IN
    ('SAME_LEVEL', 'APPLICANT_HOSTS_GROUP', 'GROUP_CANNOT_DECIDE', 'NO_LEVEL_ABOVE'));
ALTER TABLE evaluation_request DISABLE TRIGGER USER;
UPDATE evaluation_request SET decided_by = division, decided_because = 'SAME_LEVEL';
ALTER TABLE evaluation_request ENABLE TRIGGER USER;
ALTER TABLE evaluation_request
  ALTER decided_by SET NOT NULL, ALTER decided_because SET NOT NULL,
  ADD CONSTRAINT same_level_or_above CHECK (CASE decided_because
    WHEN 'SAME_LEVEL' THEN decided_by = division
    WHEN 'NO_LEVEL_ABOVE' THEN true
    ELSE decided_by <> division END);
GRANT UPDATE (decided_by, decided_because, round) ON evaluation_request TO ${runtime_role};

CREATE OR REPLACE FUNCTION decider_is_above() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM division_ancestry WHERE descendant = NEW.division AND ancestor = NEW.decided_by) THEN
    RAISE EXCEPTION 'nobody but the own level or one above decides on %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decider_is_above BEFORE INSERT OR UPDATE OF decided_by ON evaluation_request
  FOR EACH ROW WHEN (NEW.decided_by <> NEW.division) EXECUTE FUNCTION decider_is_above();
CREATE FUNCTION exit_decider_is_above() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM task_application a WHERE a.id = NEW.application_id AND CASE
       WHEN NEW.decided_because = 'SAME_LEVEL' OR NEW.division = a.division
         THEN NEW.division = a.division AND NEW.decided_because IN ('SAME_LEVEL', 'NO_LEVEL_ABOVE')
       ELSE EXISTS (SELECT 1 FROM division_ancestry WHERE descendant = a.division AND ancestor = NEW.division) END) THEN
    RAISE EXCEPTION 'nobody but the own level or one above decides on %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exit_decider_is_above BEFORE INSERT OR UPDATE OF division, decided_because ON exit_proposal
  FOR EACH ROW EXECUTE FUNCTION exit_decider_is_above();

-- Votes and decisions belong to a round.
ALTER TABLE exit_vote DROP CONSTRAINT exit_vote_round_check, ADD CHECK (round > 0);
ALTER TABLE exit_decision DROP CONSTRAINT exit_decision_round_check, ADD CHECK (round > 0);
ALTER TABLE evaluation_vote DROP CONSTRAINT evaluation_vote_round_check, ADD CHECK (round > 0);
ALTER TABLE evaluation_decision DROP CONSTRAINT evaluation_decision_round_check, ADD CHECK (round > 0);
CREATE OR REPLACE FUNCTION exit_is_voted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM exit_decision d WHERE d.exit_id = NEW.id AND d.round = NEW.round
                 AND d.outcome = CASE NEW.stage WHEN 'APPROVED' THEN 'FOR' ELSE 'REJECTED' END) THEN
    RAISE EXCEPTION 'the group has not decided so on exit %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION evaluation_is_voted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM evaluation_decision d WHERE d.evaluation_id = NEW.id AND d.round = NEW.round
                 AND d.outcome = CASE NEW.stage WHEN 'APPROVED' THEN 'FOR' ELSE 'REJECTED' END) THEN
    RAISE EXCEPTION 'the group has not decided so on evaluation request %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- Of every recusal, why, and who said so.
DROP TRIGGER recusal_is_in_time ON task_participant;
ALTER TABLE task_participant ADD reason varchar(2000), ADD recorded_by varchar(200);
UPDATE task_participant p SET reason = s.reason, recorded_by = s.person FROM task_step s
  WHERE p.capacity = 'RECUSED' AND s.application_id = p.application_id AND s.recused::text = p.person;
ALTER TABLE task_participant
  ADD CONSTRAINT recusal_has_a_reason CHECK (num_nulls(reason, recorded_by) = CASE capacity WHEN 'RECUSED' THEN 0 ELSE 2 END);
ALTER TABLE exit_participant
  ADD reason varchar(2000), ADD recorded_by varchar(200),
  DROP CONSTRAINT exit_participant_capacity_check,
  ADD CONSTRAINT exit_participant_capacity_check
    CHECK (capacity IN ('APPLICANT', 'COMMUNITY', 'DEPARTMENT', 'OFFICE', 'MEMBER', 'RECUSED')),
  ADD CONSTRAINT recusal_has_a_reason CHECK (num_nulls(reason, recorded_by) = CASE capacity WHEN 'RECUSED' THEN 0 ELSE 2 END);
ALTER TABLE evaluation_participant
  ADD reason varchar(2000), ADD recorded_by varchar(200),
  DROP CONSTRAINT evaluation_participant_capacity_check,
  ADD CONSTRAINT evaluation_participant_capacity_check CHECK (capacity IN ('APPLICANT', 'OFFICE', 'MEMBER', 'RECUSED')),
  ADD CONSTRAINT recusal_has_a_reason CHECK (num_nulls(reason, recorded_by) = CASE capacity WHEN 'RECUSED' THEN 0 ELSE 2 END);
GRANT UPDATE (capacity, reason, recorded_by) ON task_participant, exit_participant, evaluation_participant
  TO ${runtime_role};

-- The same for each kind of matter, whose table, key and votes the trigger names.
CREATE OR REPLACE FUNCTION recusal_is_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  voted boolean;
BEGIN
  IF TG_OP = 'UPDATE' AND NOT (OLD.capacity = 'MEMBER' AND NEW.capacity = 'RECUSED') THEN
    RAISE EXCEPTION 'a capacity does not change but for a recusal' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.capacity = 'RECUSED' THEN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I v JOIN %I m ON m.id = v.%I AND m.round = v.round
                    WHERE m.id = $1 AND v.voter::text = $2)', TG_ARGV[2], TG_ARGV[0], TG_ARGV[1])
      INTO voted USING (to_jsonb(NEW) ->> TG_ARGV[1])::uuid, NEW.person;
    IF voted THEN
      RAISE EXCEPTION 'who voted in this round is not recused from it' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recusal_is_in_time BEFORE INSERT OR UPDATE ON task_participant
  FOR EACH ROW EXECUTE FUNCTION recusal_is_in_time('task_application', 'application_id', 'task_vote');
CREATE TRIGGER recusal_is_in_time BEFORE INSERT OR UPDATE ON exit_participant
  FOR EACH ROW EXECUTE FUNCTION recusal_is_in_time('exit_proposal', 'exit_id', 'exit_vote');
CREATE TRIGGER recusal_is_in_time BEFORE INSERT OR UPDATE ON evaluation_participant
  FOR EACH ROW EXECUTE FUNCTION recusal_is_in_time('evaluation_request', 'evaluation_id', 'evaluation_vote');

DROP TRIGGER recused_does_not_vote ON task_vote;
DROP TRIGGER recused_does_not_sign ON task_step;
CREATE OR REPLACE FUNCTION recused_does_not_act() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  recused boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %I = $1 AND person = $2 AND capacity = ''RECUSED'')',
      TG_ARGV[0], TG_ARGV[1])
    INTO recused
    USING (to_jsonb(NEW) ->> TG_ARGV[1])::uuid, coalesce(to_jsonb(NEW) ->> 'voter', to_jsonb(NEW) ->> 'person');
  IF recused THEN
    RAISE EXCEPTION 'who is recused neither votes nor signs' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recused_does_not_vote BEFORE INSERT ON task_vote
  FOR EACH ROW EXECUTE FUNCTION recused_does_not_act('task_participant', 'application_id');
CREATE TRIGGER recused_does_not_sign BEFORE INSERT ON task_step
  FOR EACH ROW WHEN (NEW.command IN ('SIGN', 'REFUSE_SIGNATURE'))
  EXECUTE FUNCTION recused_does_not_act('task_participant', 'application_id');
CREATE TRIGGER recused_does_not_vote BEFORE INSERT ON exit_vote
  FOR EACH ROW EXECUTE FUNCTION recused_does_not_act('exit_participant', 'exit_id');
CREATE TRIGGER recused_does_not_vote BEFORE INSERT ON evaluation_vote
  FOR EACH ROW EXECUTE FUNCTION recused_does_not_act('evaluation_participant', 'evaluation_id');

-- What the group does not decide in time comes before its principal leader, and after a second term before the next level
-- up, which may take it over.
ALTER TABLE task_application
  ADD leader_by   date,
  ADD leader_rule varchar(90),
  DROP CONSTRAINT task_application_decided_because_check,
  ADD CONSTRAINT task_application_decided_because_check CHECK (decided_because IN
    ('SAME_LEVEL', 'APPLICANT_HOSTS_GROUP', 'GROUP_CANNOT_DECIDE', 'GROUP_OVERDUE', 'NO_LEVEL_ABOVE'));
-- Five working days are a week.
UPDATE task_application SET leader_by = review_by + 7, leader_rule = 'admission.escalation-within@1'
  WHERE submitted_on IS NOT NULL;
ALTER TABLE task_application
  ADD CHECK (num_nulls(submitted_on, leader_by, leader_rule) IN (0, 3)),
  ADD CONSTRAINT leader_after_group CHECK (leader_by >= review_by);

CREATE TABLE task_escalation (
  application_id uuid        NOT NULL REFERENCES task_application,
  round          int         NOT NULL CHECK (round > 0),
  escalated_to   varchar(20) NOT NULL CHECK (escalated_to IN ('PRINCIPAL_LEADER', 'NEXT_LEVEL')),
  -- Whose leader or office it is.
  before         char(12)    NOT NULL,
  escalated_on   date        NOT NULL,
  PRIMARY KEY (application_id, round, escalated_to)
);
GRANT SELECT, INSERT ON task_escalation TO ${runtime_role};
CREATE FUNCTION escalation_is_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM task_application a WHERE a.id = NEW.application_id AND a.round = NEW.round
                 AND a.stage IN ('SUBMITTED', 'ACCEPTED', 'DECIDED_FOR')
                 AND CASE NEW.escalated_to
                   WHEN 'PRINCIPAL_LEADER' THEN a.review_by < NEW.escalated_on AND NEW.before = a.decided_by
                   ELSE a.leader_by < NEW.escalated_on AND NEW.before <> a.decided_by END) THEN
    RAISE EXCEPTION 'application % is not overdue', NEW.application_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER escalation_is_due BEFORE INSERT ON task_escalation
  FOR EACH ROW EXECUTE FUNCTION escalation_is_due();
-- Nobody takes over what is still in time.
CREATE FUNCTION overdue_is_taken_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.leader_by >= (now() AT TIME ZONE 'Asia/Shanghai')::date THEN
    RAISE EXCEPTION 'application % is not overdue', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER overdue_is_taken_over BEFORE UPDATE OF decided_because ON task_application
  FOR EACH ROW WHEN (NEW.decided_because = 'GROUP_OVERDUE'
    AND (OLD.decided_by, OLD.decided_because) IS DISTINCT FROM (NEW.decided_by, NEW.decided_because))
  EXECUTE FUNCTION overdue_is_taken_over();
