-- Due days that run into a year whose holidays are not announced yet. They are counted anew when the year is announced; until then
-- nobody is late by one, and when the matter ends before, the day stays as it was.
ALTER TABLE task_application
  ADD review_provisional boolean NOT NULL DEFAULT false,
  ADD leader_provisional boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT leader_follows_group CHECK (leader_provisional OR NOT review_provisional);
ALTER TABLE demand_refusal
  ADD provisional boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT nobody_is_late_by_a_provisional_day CHECK (escalated_on IS NULL OR NOT provisional);
ALTER TABLE consultation ADD provisional boolean NOT NULL DEFAULT false;
ALTER TABLE exit_proposal ADD provisional boolean NOT NULL DEFAULT false;

-- Until now nobody marked them. The product came with the years up to 2026.
ALTER TABLE task_application DISABLE TRIGGER USER;
UPDATE task_application SET review_provisional = review_by >= DATE '2027-01-01', leader_provisional = true
WHERE leader_by >= DATE '2027-01-01' AND stage IN ('SUBMITTED', 'ACCEPTED', 'DECIDED_FOR');
ALTER TABLE task_application ENABLE TRIGGER USER;
ALTER TABLE demand_refusal DISABLE TRIGGER USER;
UPDATE demand_refusal SET provisional = true
WHERE coordinate_by >= DATE '2027-01-01' AND outcome IS NULL AND escalated_on IS NULL;
ALTER TABLE demand_refusal ENABLE TRIGGER USER;
ALTER TABLE consultation DISABLE TRIGGER USER;
UPDATE consultation SET provisional = true WHERE answer_by >= DATE '2027-01-01' AND stage = 'NOTIFIED';
ALTER TABLE consultation ENABLE TRIGGER USER;
ALTER TABLE exit_proposal DISABLE TRIGGER USER;
UPDATE exit_proposal SET provisional = true
WHERE position_by >= DATE '2027-01-01' AND stage IN ('PROPOSED', 'ASSESSED');
ALTER TABLE exit_proposal ENABLE TRIGGER USER;

CREATE INDEX task_application_provisional ON task_application (id) WHERE leader_provisional;
CREATE INDEX demand_refusal_provisional ON demand_refusal (id) WHERE provisional AND outcome IS NULL;
CREATE INDEX consultation_provisional ON consultation (id) WHERE provisional AND stage = 'NOTIFIED';
CREATE INDEX exit_proposal_provisional ON exit_proposal (id) WHERE provisional AND stage IN ('PROPOSED', 'ASSESSED');
GRANT UPDATE (coordinate_by, provisional) ON demand_refusal TO ${runtime_role};
GRANT UPDATE (answer_by, provisional) ON consultation TO ${runtime_role};
GRANT UPDATE (position_by, provisional) ON exit_proposal TO ${runtime_role};

-- Nothing else moves a day.
CREATE FUNCTION due_day_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the day by which % is due stays', NEW.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER due_day_stays AFTER UPDATE ON task_application
  FOR EACH ROW WHEN (NEW.round = OLD.round AND NEW.submitted_on = OLD.submitted_on
    AND (NOT OLD.review_provisional AND (NEW.review_by <> OLD.review_by OR NEW.review_provisional)
      OR NOT OLD.leader_provisional AND (NEW.leader_by <> OLD.leader_by OR NEW.leader_provisional)))
  EXECUTE FUNCTION due_day_stays();
CREATE TRIGGER due_day_stays AFTER UPDATE ON demand_refusal
  FOR EACH ROW WHEN (NEW.refused_on = OLD.refused_on AND NOT (OLD.provisional AND OLD.outcome IS NULL)
    AND (NEW.coordinate_by <> OLD.coordinate_by OR NEW.provisional <> OLD.provisional))
  EXECUTE FUNCTION due_day_stays();
CREATE TRIGGER due_day_stays AFTER UPDATE ON consultation
  FOR EACH ROW WHEN (NEW.recorded_on = OLD.recorded_on AND NOT OLD.provisional
    AND (NEW.answer_by <> OLD.answer_by OR NEW.provisional))
  EXECUTE FUNCTION due_day_stays();
CREATE TRIGGER due_day_stays AFTER UPDATE ON exit_proposal
  FOR EACH ROW WHEN (NEW.proposed_on = OLD.proposed_on AND NOT OLD.provisional
    AND (NEW.position_by <> OLD.position_by OR NEW.provisional))
  EXECUTE FUNCTION due_day_stays();

CREATE OR REPLACE FUNCTION escalation_is_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM task_application a WHERE a.id = NEW.application_id AND a.round = NEW.round
                 AND a.stage IN ('SUBMITTED', 'ACCEPTED', 'DECIDED_FOR')
                 AND CASE NEW.escalated_to
                   WHEN 'PRINCIPAL_LEADER' THEN a.review_by < NEW.escalated_on AND NOT a.review_provisional
                     AND NEW.before = a.decided_by
                   ELSE a.leader_by < NEW.escalated_on AND NOT a.leader_provisional
                     AND NEW.before <> a.decided_by END) THEN
    RAISE EXCEPTION 'application % is not overdue', NEW.application_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION overdue_is_taken_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.leader_provisional OR OLD.leader_by >= (now() AT TIME ZONE 'Asia/Shanghai')::date THEN
    RAISE EXCEPTION 'application % is not overdue', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION refusal_goes_up_when_overdue() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  today date := (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date;
  led   boolean := EXISTS (SELECT 1 FROM leading_group WHERE division = NEW.coordinating_division);
BEGIN
  IF OLD.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'the coordination of refusal % has ended', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.escalated_on IS DISTINCT FROM OLD.escalated_on
      AND (OLD.escalated_on IS NOT NULL OR NEW.escalated_on > today OR NOT led) THEN
    RAISE EXCEPTION 'refusal % is not before a leader', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  -- The day before as well, because a command may run over midnight.
  IF NEW.closed_on NOT BETWEEN today - 1 AND today THEN
    RAISE EXCEPTION 'refusal % is closed today or not at all', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  -- Leaders change, and days end, while a command is on its way: then it is to run again.
  IF NEW.closed_as = 'OFFICE' AND NEW.closed_on > NEW.coordinate_by AND NOT NEW.provisional AND led THEN
    RAISE EXCEPTION 'refusal % is before the leader', NEW.id USING ERRCODE = 'serialization_failure';
  END IF;
  IF NEW.closed_as <> 'OFFICE' AND NOT EXISTS (
      SELECT 1 FROM leading_group g LEFT JOIN leading_group_deputy d ON d.group_id = g.id AND d.person::text = NEW.closed_by
        AND d.term_from <= NEW.closed_on AND (d.term_to IS NULL OR d.term_to >= NEW.closed_on)
      WHERE g.division = NEW.coordinating_division AND CASE NEW.closed_as
        WHEN 'DEPUTY' THEN d.person IS NOT NULL ELSE g.principal_leader::text = NEW.closed_by END) THEN
    RAISE EXCEPTION 'refusal % is before another leader', NEW.id USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;

-- Who may still speak has not let the time pass.
DROP TRIGGER exit_is_heard ON exit_proposal;
CREATE CONSTRAINT TRIGGER exit_is_heard AFTER INSERT OR UPDATE ON exit_proposal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.decided_on <= NEW.position_by OR NEW.decided_on IS NOT NULL AND NEW.provisional)
  EXECUTE FUNCTION exit_is_heard();
