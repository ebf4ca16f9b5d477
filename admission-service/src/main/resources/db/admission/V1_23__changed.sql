-- Processes remember what admission checks read. When something of it is changed, whoever changed it, all of them are told the
-- place on the channel "changed" once it is committed: the community, the code of a duty, or nothing, which means any.
CREATE FUNCTION tell_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed', place)
  FROM (VALUES (to_jsonb(OLD) ->> TG_ARGV[0]), (to_jsonb(NEW) ->> TG_ARGV[0])) changed (place) WHERE place IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_changed AFTER INSERT OR UPDATE OR DELETE ON placement
  FOR EACH ROW EXECUTE FUNCTION tell_changed('community');
CREATE TRIGGER tell_changed AFTER INSERT OR UPDATE OR DELETE ON division
  FOR EACH ROW EXECUTE FUNCTION tell_changed('code');
CREATE TRIGGER tell_changed AFTER INSERT OR UPDATE OR DELETE ON statutory_duty
  FOR EACH ROW EXECUTE FUNCTION tell_changed('code');
CREATE TRIGGER tell_changed AFTER INSERT OR UPDATE OR DELETE ON office_duty
  FOR EACH ROW EXECUTE FUNCTION tell_changed('code');

-- What a placement costs begins with it; afterwards it changes when it is paid, or is not any more.
CREATE FUNCTION tell_funding_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed', community) FROM placement WHERE id = NEW.placement_id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_changed AFTER UPDATE ON placement_funding FOR EACH ROW EXECUTE FUNCTION tell_funding_changed();

-- Names and what was approved do not change in the usual course; should somebody correct them, nothing is remembered any more.
CREATE FUNCTION tell_all_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY changed;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_changed AFTER UPDATE OF name_zh ON department
  FOR EACH STATEMENT EXECUTE FUNCTION tell_all_changed();
CREATE TRIGGER tell_changed AFTER UPDATE ON task_application
  FOR EACH ROW WHEN (OLD.stage = 'SIGNED' AND (OLD.title, OLD.content, OLD.objects, OLD.authority)
    IS DISTINCT FROM (NEW.title, NEW.content, NEW.objects, NEW.authority)) EXECUTE FUNCTION tell_all_changed();
