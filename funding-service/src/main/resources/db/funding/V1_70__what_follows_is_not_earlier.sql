-- Reserved money is released on no day before its payment came back: in between it would be available and paid at once.
CREATE FUNCTION release_follows_return() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT kind FROM entry WHERE id = NEW.reverses) = 'COMMITMENT'
     AND EXISTS (SELECT FROM entry e WHERE e.document = NEW.document AND e.booked_on > NEW.booked_on) THEN
    RAISE EXCEPTION 'entry % is booked before what it follows', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER release_follows_return AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'REVERSAL') EXECUTE FUNCTION release_follows_return();
