-- Nobody has more approved or paid back than was given and has not bounced: the rest of the fund is others' money.
CREATE FUNCTION return_was_given() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about fund_return;
  given numeric;
  owed  numeric;
BEGIN
  SELECT * INTO about FROM fund_return WHERE id = NEW.return;
  PERFORM lock_funds(ARRAY[about.fund]);
  IF about.donation IS NULL THEN
    SELECT coalesce(-sum(p.amount), 0) INTO given
    FROM posting p JOIN entry e ON e.id = p.entry AND e.kind IN ('RECEIPT', 'REVERSAL')
    JOIN receipt c ON c.id = e.document
    WHERE p.fund = about.fund AND c.payer = about.payee;
  ELSE
    SELECT coalesce(sum(d.amount), 0) INTO given
    FROM donation d JOIN entry e ON e.document = d.id AND e.kind = 'DONATION'
    WHERE d.id = about.donation AND NOT EXISTS (SELECT FROM entry v WHERE v.reverses = e.id);
  END IF;
  SELECT sum(r.amount) INTO owed FROM fund_return r
  WHERE r.fund = about.fund AND r.payee IS NOT DISTINCT FROM about.payee AND r.donation IS NOT DISTINCT FROM about.donation
    AND (r.id = about.id OR r.stage IN ('APPROVED', 'PAID', 'BOUNCED'));
  IF owed > given THEN
    RAISE EXCEPTION 'return % gives back % of % that was given', about.id, owed, given USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER given BEFORE INSERT ON fund_return_step
  FOR EACH ROW WHEN (NEW.step IN ('APPROVED', 'PAID')) EXECUTE FUNCTION return_was_given();

-- What is owed back is freed on no day before its payment bounced, also where the fund owes something else.
CREATE OR REPLACE FUNCTION release_follows_return() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT kind FROM entry WHERE id = NEW.reverses) IN ('COMMITMENT', 'RETURN')
     AND EXISTS (SELECT FROM entry e WHERE e.document = NEW.document AND e.booked_on > NEW.booked_on) THEN
    RAISE EXCEPTION 'entry % is booked before what it follows', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
