-- What another wrote a moment after it was looked at is no fault of the caller's: the command is to run again, and then it sees it.
CREATE OR REPLACE FUNCTION credit_code_is_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO credit_code VALUES (NEW.credit_code) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the credit code % is another''s', NEW.credit_code USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION result_rests_on_figures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target   assessment_target;
  measured numeric;
  counted  numeric;
BEGIN
  SELECT t.* INTO STRICT target FROM assessment_target t
    WHERE t.assessment_id = NEW.assessment_id AND t.indicator = NEW.indicator;
  SELECT f.value INTO measured FROM assessment a JOIN indicator_figure f ON f.division = a.subject
    WHERE a.id = NEW.assessment_id AND f.indicator = target.indicator AND f.unit = target.unit
      AND f.month BETWEEN make_date(a.year, 1, 1) AND make_date(a.year, 12, 1)
    ORDER BY f.month DESC LIMIT 1;
  SELECT c.value INTO counted FROM assessment_correction c
    WHERE c.assessment_id = NEW.assessment_id AND c.indicator = NEW.indicator;
  counted := coalesce(counted, measured);
  IF NEW.recorded IS DISTINCT FROM measured THEN
    RAISE EXCEPTION 'the result for % rests on % where % is measured', NEW.indicator, NEW.recorded, measured
      USING ERRCODE = 'serialization_failure';
  END IF;
  IF NEW.value IS DISTINCT FROM counted
     OR (NEW.finding = 'MET') IS DISTINCT FROM coalesce(
          CASE target.comparison WHEN 'AT_LEAST' THEN counted >= target.value ELSE counted <= target.value END, false) THEN
    RAISE EXCEPTION 'the result for % does not rest on what was measured', NEW.indicator USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
