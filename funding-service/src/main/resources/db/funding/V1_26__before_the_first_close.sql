-- Until a first month is closed, every month of a ledger is open: who closes it, or begins the ledger, waits for all of the
-- ledger's writers, in months before it too. Writers share that lock and wait for nobody else; once a month is closed they
-- no longer take it, and a close waits for the writers of its own month alone.

CREATE FUNCTION beginning_lock(ledger uuid) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended(ledger::text || '/beginning', 16)
$$;

-- First the beginning, then the month: in the order in which writers take them.
CREATE FUNCTION lock_period(of_ledger uuid, year int, month int) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM closed_period WHERE ledger = of_ledger) THEN
    PERFORM pg_advisory_xact_lock(beginning_lock(of_ledger));
  END IF;
  PERFORM pg_advisory_xact_lock(period_lock(of_ledger, year, month));
END $$;

CREATE OR REPLACE FUNCTION refuse_closed_period() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  booked_year  int := extract(year FROM NEW.booked_on);
  booked_month int := extract(month FROM NEW.booked_on);
BEGIN
  IF NOT EXISTS (SELECT FROM closed_period p WHERE p.ledger = NEW.ledger) THEN
    PERFORM pg_advisory_xact_lock_shared(beginning_lock(NEW.ledger));
  END IF;
  PERFORM pg_advisory_xact_lock_shared(period_lock(NEW.ledger, booked_year, booked_month));
  IF EXISTS (SELECT FROM closed_period p
             WHERE p.ledger = NEW.ledger AND (p.year, p.month) >= (booked_year, booked_month)) THEN
    RAISE EXCEPTION 'the period %-% of the ledger is closed', booked_year, booked_month
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION wait_for_writers_of_period() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM lock_period(NEW.ledger, NEW.year, NEW.month);
  RETURN NEW;
END $$;

-- Who opens waits for everybody who writes, in whatever year: an entry of an earlier one would come before it.
CREATE OR REPLACE FUNCTION opening_comes_first() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(beginning_lock(NEW.ledger));
  IF EXISTS (SELECT FROM entry WHERE ledger = NEW.ledger) THEN
    RAISE EXCEPTION 'ledger % has entries already', NEW.ledger USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION entry_follows_opening() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM entry WHERE ledger = NEW.ledger AND kind = 'OPENING' AND booked_on > NEW.booked_on) THEN
    RAISE EXCEPTION 'ledger % begins later', NEW.ledger USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Triggers fire in the order of their names: who opens locks before open_period does, everybody else looks after it did.
DROP TRIGGER after_opening ON entry;
CREATE TRIGGER begins BEFORE INSERT ON entry
  FOR EACH ROW WHEN (NEW.kind = 'OPENING') EXECUTE FUNCTION opening_comes_first();
CREATE TRIGGER opening_went_before BEFORE INSERT ON entry
  FOR EACH ROW WHEN (NEW.kind <> 'OPENING') EXECUTE FUNCTION entry_follows_opening();
