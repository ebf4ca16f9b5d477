-- A year is closed when its December comes next, and is what it says (Art. 16): every fund that ends with it and carries
-- forward is carried, nothing is carried later, and what is owed back was recorded.

CREATE FUNCTION year_is_next() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM lock_period(NEW.ledger, NEW.year, 12);
  IF make_date(NEW.year, 12, 1) IS DISTINCT FROM next_to_close(NEW.ledger) THEN
    RAISE EXCEPTION 'ledger % closes % next', NEW.ledger, next_to_close(NEW.ledger) USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER is_next BEFORE INSERT ON closed_year FOR EACH ROW EXECUTE FUNCTION year_is_next();

CREATE FUNCTION available_on(of_fund uuid, on_day date) RETURNS numeric
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT available FROM fund_day WHERE fund = of_fund AND day <= on_day ORDER BY day DESC LIMIT 1), 0)
$$;

CREATE FUNCTION year_adds_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  last_day date := make_date(NEW.year, 12, 31);
BEGIN
  IF (NEW.funds_carried, NEW.carried) <> (
       SELECT count(*)::int, coalesce(sum(available_on(fund, last_day)), 0)
       FROM carried_fund WHERE ledger = NEW.ledger AND year = NEW.year)
     OR (NEW.funds_returned, NEW.returned) <> (
       SELECT count(DISTINCT fund)::int, coalesce(sum(amount), 0)
       FROM fund_return WHERE ledger = NEW.ledger AND reason = 'YEAR_END' AND booked_on = last_day)
     OR EXISTS (
       SELECT FROM fund f WHERE f.ledger = NEW.ledger AND f.at_year_end = 'CARRY_FORWARD'
         AND coalesce((SELECT max(c.spend_by) FROM carried_fund c WHERE c.fund = f.id), f.spend_by) <= last_day
         AND available_on(f.id, last_day) > 0) THEN
    RAISE EXCEPTION 'the year % of ledger % is not what its funds say', NEW.year, NEW.ledger
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON closed_year DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION year_adds_up();

CREATE FUNCTION carried_with_its_year() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT funds_carried FROM closed_year WHERE ledger = NEW.ledger AND year = NEW.year)
     IS DISTINCT FROM (SELECT count(*)::int FROM carried_fund WHERE ledger = NEW.ledger AND year = NEW.year) THEN
    RAISE EXCEPTION 'fund % is not carried with its year', NEW.fund USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER with_its_year AFTER INSERT ON carried_fund DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION carried_with_its_year();
