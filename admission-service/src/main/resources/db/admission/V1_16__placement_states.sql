-- How each placement stood, change by change: what might be asked on a past day is answered from here, in disputes above all.
CREATE TABLE placement_state (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  placement_id   uuid        NOT NULL REFERENCES placement,
  since          timestamptz NOT NULL,
  department     char(18)    NOT NULL REFERENCES department,
  stage          varchar(20) NOT NULL,
  funded_through date
);
CREATE INDEX placement_state_placement ON placement_state (placement_id, id);
-- By place and matter alone: who held it then may not be who holds it now.
CREATE INDEX placement_place ON placement (community, matter);
GRANT SELECT ON placement_state TO ${runtime_role};

-- Of what was signed before, nothing but the present state is known.
INSERT INTO placement_state (placement_id, since, department, stage, funded_through)
  SELECT id, now(), department, stage, funded_through FROM placement;

-- Kept by the database, so that nobody who writes a placement can leave it out.
CREATE FUNCTION keep_placement_state() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO placement_state (placement_id, since, department, stage, funded_through)
  VALUES (NEW.id, clock_timestamp(), NEW.department, NEW.stage, NEW.funded_through);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_placement_state AFTER INSERT ON placement
  FOR EACH ROW EXECUTE FUNCTION keep_placement_state();
CREATE TRIGGER keep_changed_placement_state AFTER UPDATE ON placement
  FOR EACH ROW WHEN ((OLD.department, OLD.stage, OLD.funded_through)
    IS DISTINCT FROM (NEW.department, NEW.stage, NEW.funded_through)) EXECUTE FUNCTION keep_placement_state();
