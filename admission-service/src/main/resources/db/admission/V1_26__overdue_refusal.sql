-- What the office does not coordinate in time comes before the principal leader of the coordinating group, who decides it then.
ALTER TABLE demand_refusal
  ADD escalated_on date,
  ADD closed_as    varchar(20) CHECK (closed_as IN ('OFFICE', 'PRINCIPAL_LEADER', 'DEPUTY'));
UPDATE demand_refusal SET closed_as = 'OFFICE' WHERE outcome IS NOT NULL;
ALTER TABLE demand_refusal
  ADD CONSTRAINT escalated_when_overdue CHECK (escalated_on > coordinate_by),
  ADD CONSTRAINT closed_in_a_capacity CHECK ((closed_as IS NULL) = (outcome IS NULL)),
  ADD CONSTRAINT leader_closes_what_is_overdue CHECK ((closed_as = 'OFFICE') = (escalated_on IS NULL));
CREATE INDEX demand_refusal_untold ON demand_refusal (coordinate_by, id) WHERE outcome IS NULL AND escalated_on IS NULL;
CREATE INDEX demand_refusal_refused ON demand_refusal (refused_on);
GRANT UPDATE (escalated_on, closed_as) ON demand_refusal TO ${runtime_role};

-- Where no group leads the coordinating division there is nobody to go up to, and it stays with the office.
CREATE FUNCTION refusal_goes_up_when_overdue() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF NEW.closed_as = 'OFFICE' AND NEW.closed_on > NEW.coordinate_by AND led THEN
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
CREATE TRIGGER refusal_goes_up_when_overdue
  BEFORE UPDATE OF outcome, application_id, basis_kind, basis_citation, note, closed_by, closed_on, closed_as, escalated_on
  ON demand_refusal FOR EACH ROW EXECUTE FUNCTION refusal_goes_up_when_overdue();
