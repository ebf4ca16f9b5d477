-- Month and year close (结账, Art. 16): in order, with nothing left over, for ever.

ALTER TABLE fund ADD COLUMN at_year_end varchar(20) NOT NULL DEFAULT 'CARRY_FORWARD'
  CHECK (at_year_end IN ('CARRY_FORWARD', 'RETURN'));

CREATE TABLE closed_year (
  ledger         uuid          NOT NULL REFERENCES ledger,
  year           int           NOT NULL,
  funds_carried  int           NOT NULL CHECK (funds_carried >= 0),
  carried        numeric(19,2) NOT NULL CHECK (carried >= 0),
  funds_returned int           NOT NULL CHECK (funds_returned >= 0),
  returned       numeric(19,2) NOT NULL CHECK (returned >= 0),
  closed_by      varchar(200)  NOT NULL,
  closed_at      timestamptz   NOT NULL,
  PRIMARY KEY (ledger, year)
);

-- Carried into the next year (结转): the fund may be spent until then.
CREATE TABLE carried_fund (
  fund     uuid NOT NULL REFERENCES fund,
  year     int  NOT NULL,
  ledger   uuid NOT NULL,
  spend_by date NOT NULL,
  PRIMARY KEY (fund, year),
  FOREIGN KEY (ledger, year) REFERENCES closed_year (ledger, year) DEFERRABLE INITIALLY DEFERRED,
  CHECK (spend_by = make_date(year + 1, 12, 31))
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON closed_year EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON carried_fund EXECUTE FUNCTION refuse_change();

CREATE FUNCTION carried_by_its_terms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM fund WHERE id = NEW.fund AND ledger = NEW.ledger AND at_year_end = 'CARRY_FORWARD') THEN
    RAISE EXCEPTION 'fund % is not carried forward', NEW.fund USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER by_its_terms BEFORE INSERT ON carried_fund FOR EACH ROW EXECUTE FUNCTION carried_by_its_terms();

-- What keeps a month from being closed. What is undecided would be booked in it later.
CREATE FUNCTION hindrances(wanted_ledger uuid, wanted_year int, wanted_month int)
RETURNS TABLE (expenditures bigint, commitments bigint, returns bigint, openings bigint, unnumbered bigint, gaps bigint)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH month AS (
    SELECT make_date(wanted_year, wanted_month, 1) AS first,
           (make_date(wanted_year, wanted_month, 1) + interval '1 month - 1 day')::date AS last)
  SELECT
    (SELECT count(*) FROM expenditure, month WHERE ledger = wanted_ledger AND stage IN ('RECORDED', 'APPROVED_ONCE')
       AND booked_on BETWEEN first AND last),
    (SELECT count(*) FROM commitment, month WHERE ledger = wanted_ledger AND stage = 'PROPOSED'
       AND booked_on BETWEEN first AND last),
    (SELECT count(*) FROM fund_return, month WHERE ledger = wanted_ledger AND stage = 'RECORDED'
       AND booked_on BETWEEN first AND last),
    (SELECT count(*) FROM opening_balance, month WHERE ledger = wanted_ledger AND stage = 'RECORDED'
       AND booked_on BETWEEN first AND last),
    (SELECT count(*) FROM unnumbered_entry u JOIN entry e ON e.id = u.entry, month
     WHERE e.ledger = wanted_ledger AND e.booked_on BETWEEN first AND last),
    (SELECT coalesce(max(number), 0) - count(*) FROM voucher
     WHERE ledger = wanted_ledger AND year = wanted_year AND month = wanted_month)
$$;

-- The month that is to be closed next: the one after the last closed, else that of the first entry.
CREATE FUNCTION next_to_close(wanted_ledger uuid) RETURNS date
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(
    (SELECT (make_date(year, month, 1) + interval '1 month')::date FROM closed_period
     WHERE ledger = wanted_ledger ORDER BY year DESC, month DESC LIMIT 1),
    (SELECT date_trunc('month', min(booked_on))::date FROM entry WHERE ledger = wanted_ledger))
$$;

CREATE FUNCTION close_when_complete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  left_over record;
BEGIN
  IF make_date(NEW.year, NEW.month, 1) IS DISTINCT FROM next_to_close(NEW.ledger) THEN
    RAISE EXCEPTION 'ledger % closes % next', NEW.ledger, next_to_close(NEW.ledger) USING ERRCODE = 'check_violation';
  END IF;
  SELECT * INTO left_over FROM hindrances(NEW.ledger, NEW.year, NEW.month);
  IF left_over.expenditures + left_over.commitments + left_over.returns + left_over.openings + left_over.unnumbered
     + left_over.gaps > 0 THEN
    RAISE EXCEPTION 'the period %-% of ledger % is not complete: %', NEW.year, NEW.month, NEW.ledger, left_over
      USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.month = 12 AND NOT EXISTS (SELECT FROM closed_year WHERE ledger = NEW.ledger AND year = NEW.year) THEN
    RAISE EXCEPTION 'the year % of ledger % is not closed', NEW.year, NEW.ledger USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- After the lock that makes it wait for writers: triggers fire in the order of their names.
CREATE TRIGGER when_complete BEFORE INSERT ON closed_period
  FOR EACH ROW EXECUTE FUNCTION close_when_complete();

CREATE INDEX expenditure_undecided ON expenditure (ledger, booked_on) WHERE stage IN ('RECORDED', 'APPROVED_ONCE');

GRANT SELECT, INSERT ON closed_year, carried_fund TO ${runtime_role};
