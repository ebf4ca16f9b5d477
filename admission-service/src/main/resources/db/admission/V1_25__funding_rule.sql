-- By which row of the rulebook (id@version) it was found until when payments cover a placement: a check that says no because of
-- money says on what rule. Of placements that were signed before it is not known until something of them is paid or owed anew.
ALTER TABLE placement ADD funding_rule varchar(80);
ALTER TABLE placement_state ADD funding_rule varchar(80);
GRANT UPDATE (funding_rule) ON placement TO ${runtime_role};

CREATE OR REPLACE FUNCTION keep_placement_state() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO placement_state (placement_id, since, department, stage, funded_through, funding_rule)
  VALUES (NEW.id, clock_timestamp(), NEW.department, NEW.stage, NEW.funded_through, NEW.funding_rule);
  RETURN NULL;
END $$;
