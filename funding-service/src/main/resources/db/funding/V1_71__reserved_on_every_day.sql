-- Of a reservation nothing is used or released on a day on which it is not there, also where another one of the fund is.
CREATE FUNCTION reserved_on_every_day() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (
      SELECT sum(sum(m.amount)) OVER (ORDER BY e.booked_on) AS closing
      FROM commitment_move m JOIN entry e ON e.id = m.entry
      WHERE m.commitment = NEW.commitment GROUP BY e.booked_on) days
    WHERE closing < 0) THEN
    RAISE EXCEPTION 'commitment % is moved on a day on which less is reserved', NEW.commitment
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER reserved_on_every_day AFTER INSERT ON commitment_move DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.amount < 0) EXECUTE FUNCTION reserved_on_every_day();
