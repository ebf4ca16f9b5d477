-- What came back of an expenditure by refunds and by taking its payment back is on no day more than was paid.
CREATE FUNCTION paid_on_every_day() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  about uuid := coalesce((SELECT expenditure FROM expenditure_refund WHERE id = NEW.document), NEW.document);
BEGIN
  IF EXISTS (
    SELECT FROM (
      SELECT sum(sum(p.amount)) OVER (ORDER BY e.booked_on) AS closing
      FROM posting p JOIN entry e ON e.id = p.entry
      WHERE p.account = 'SPENT'
        AND e.document IN (SELECT about UNION ALL SELECT id FROM expenditure_refund WHERE expenditure = about)
      GROUP BY e.booked_on) days
    WHERE closing < 0) THEN
    RAISE EXCEPTION 'of expenditure % more came back on a day than was paid', about USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER paid_on_every_day AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('REFUND', 'REVERSAL')) EXECUTE FUNCTION paid_on_every_day();
