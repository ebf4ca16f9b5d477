-- What guards the ledger.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entry EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON voucher EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON closed_period EXECUTE FUNCTION refuse_change();

-- Always in the order of ids, so that two transactions never wait for each other.
CREATE FUNCTION lock_funds(ids uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM (SELECT 1 FROM fund WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE) locked
$$;

CREATE FUNCTION lock_entry(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 1 FROM entry WHERE id = wanted FOR NO KEY UPDATE
$$;

-- Writers of a period share this lock; who closes it waits for them.
CREATE FUNCTION period_lock(ledger uuid, year int, month int) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended(ledger::text || '/' || year || '/' || month, 16)
$$;

CREATE FUNCTION refuse_closed_period() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  booked_year  int := extract(year FROM NEW.booked_on);
  booked_month int := extract(month FROM NEW.booked_on);
BEGIN
  PERFORM pg_advisory_xact_lock_shared(period_lock(NEW.ledger, booked_year, booked_month));
  IF EXISTS (SELECT FROM closed_period p
             WHERE p.ledger = NEW.ledger AND (p.year, p.month) >= (booked_year, booked_month)) THEN
    RAISE EXCEPTION 'the period %-% of the ledger is closed', booked_year, booked_month
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER open_period BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION refuse_closed_period();

CREATE FUNCTION wait_for_writers_of_period() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(period_lock(NEW.ledger, NEW.year, NEW.month));
  RETURN NEW;
END $$;

CREATE TRIGGER wait_for_writers BEFORE INSERT ON closed_period
  FOR EACH ROW EXECUTE FUNCTION wait_for_writers_of_period();

-- Postings join only an entry of the same transaction, in whose ledger their fund lies; and they move the fund's days.
CREATE FUNCTION close_days() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moved record;
BEGIN
  IF EXISTS (SELECT FROM added a JOIN entry e ON e.id = a.entry WHERE e.made_in <> pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a posting joins only an entry made in the same transaction' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM added a JOIN entry e ON e.id = a.entry JOIN fund f ON f.id = a.fund
             WHERE f.ledger <> e.ledger) THEN
    RAISE EXCEPTION 'a fund is posted only in its own ledger' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM lock_funds(ARRAY(SELECT DISTINCT a.fund FROM added a WHERE a.fund IS NOT NULL));
  FOR moved IN
    SELECT a.fund, e.booked_on AS day,
           coalesce(-sum(a.amount) FILTER (WHERE a.account = 'AVAILABLE'), 0) AS available,
           coalesce(-sum(a.amount) FILTER (WHERE a.account = 'COMMITTED'), 0) AS committed,
           coalesce(-sum(a.amount) FILTER (WHERE a.account = 'RESERVED'), 0) AS reserved,
           coalesce(-sum(a.amount) FILTER (WHERE a.account = 'PAYABLE'), 0) AS payable
    FROM added a JOIN entry e ON e.id = a.entry
    WHERE a.account IN ('AVAILABLE', 'COMMITTED', 'RESERVED', 'PAYABLE')
    GROUP BY a.fund, e.booked_on ORDER BY a.fund, e.booked_on
  LOOP
    INSERT INTO fund_day (fund, day, available, committed, reserved, payable)
      SELECT moved.fund, moved.day, coalesce(before.available, 0), coalesce(before.committed, 0),
             coalesce(before.reserved, 0), coalesce(before.payable, 0)
      FROM (VALUES (1)) one LEFT JOIN LATERAL (
        SELECT d.available, d.committed, d.reserved, d.payable FROM fund_day d
        WHERE d.fund = moved.fund AND d.day < moved.day ORDER BY d.day DESC LIMIT 1) before ON true
      ON CONFLICT DO NOTHING;
    UPDATE fund_day d SET available = d.available + moved.available, committed = d.committed + moved.committed,
                          reserved = d.reserved + moved.reserved, payable = d.payable + moved.payable
    WHERE d.fund = moved.fund AND d.day >= moved.day;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER close_days AFTER INSERT ON posting REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION close_days();

-- Checked at the end of the transaction, for the entry and again for each posting: SET CONSTRAINTS helps nobody.
CREATE FUNCTION require_balance(checked uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  lines int;
  total numeric;
BEGIN
  SELECT count(*), coalesce(sum(amount), 0) INTO lines, total FROM posting WHERE entry = checked;
  IF lines < 2 OR total <> 0 THEN
    RAISE EXCEPTION 'entry % does not balance: % postings, sum %', checked, lines, total
      USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION entry_balances() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM require_balance(NEW.id);
  RETURN NULL;
END $$;

CREATE FUNCTION posting_balances() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM require_balance(NEW.entry);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER balances AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION entry_balances();
CREATE CONSTRAINT TRIGGER balances AFTER INSERT ON posting DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION posting_balances();

-- A reversal takes back what the entry did, to the fen, in the same ledger and not before it. Only what the fund no
-- longer has available may become receivable instead, and only what was reserved by something that is over becomes
-- available instead: those three together must match. A reservation is released, not reversed, and never comes back.
CREATE FUNCTION reversal_is_opposite() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM entry o WHERE o.id = NEW.reverses AND o.ledger = NEW.ledger
                 AND o.kind NOT IN ('REVERSAL', 'OPENING', 'RESERVATION', 'RELEASE') AND o.booked_on <= NEW.booked_on AND o.document = NEW.document) THEN
    RAISE EXCEPTION 'entry % cannot be reversed by %', NEW.reverses, NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM posting WHERE entry IN (NEW.id, NEW.reverses)
             GROUP BY fund, CASE WHEN account IN ('RECEIVABLE', 'RESERVED') THEN 'AVAILABLE' ELSE account END, category
             HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'the postings of % are not opposite to those of %', NEW.id, NEW.reverses
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER opposite AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'REVERSAL') EXECUTE FUNCTION reversal_is_opposite();

CREATE FUNCTION queue_for_voucher() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO unnumbered_entry (recorded, entry) VALUES (NEW.recorded, NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER queue_for_voucher AFTER INSERT ON entry FOR EACH ROW EXECUTE FUNCTION queue_for_voucher();

-- Gives waiting entries the next numbers of their ledger and month, without gaps; one caller at a time, others get 0.
CREATE FUNCTION number_vouchers(most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  numbered int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('funding.vouchers', 16)) THEN
    RETURN 0;
  END IF;
  WITH taken AS (
    DELETE FROM unnumbered_entry WHERE recorded IN (
      SELECT recorded FROM unnumbered_entry ORDER BY recorded LIMIT most)
    RETURNING entry, recorded),
  of_period AS (
    SELECT e.id, e.recorded, e.ledger, extract(year FROM e.booked_on)::int AS year,
           extract(month FROM e.booked_on)::int AS month
    FROM taken t JOIN entry e ON e.id = t.entry)
  INSERT INTO voucher (entry, ledger, year, month, number)
  SELECT p.id, p.ledger, p.year, p.month,
         coalesce((SELECT v.number FROM voucher v
                   WHERE v.ledger = p.ledger AND v.year = p.year AND v.month = p.month
                   ORDER BY v.number DESC LIMIT 1), 0)
         + row_number() OVER (PARTITION BY p.ledger, p.year, p.month ORDER BY p.recorded)
  FROM of_period p;
  GET DIAGNOSTICS numbered = ROW_COUNT;
  RETURN numbered;
END $$;

REVOKE ALL ON FUNCTION lock_funds(uuid[]), lock_entry(uuid), number_vouchers(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_funds(uuid[]), lock_entry(uuid), number_vouchers(int) TO ${runtime_role};

GRANT SELECT, INSERT ON ledger, fund, posting, closed_period TO ${runtime_role};
GRANT SELECT ON entry, fund_day, voucher, unnumbered_entry TO ${runtime_role};
GRANT INSERT (id, ledger, booked_on, kind, document, reverses, made_by, recorded_at, event) ON entry TO ${runtime_role};
GRANT SELECT ON SEQUENCE event_outbox_id_seq TO ${runtime_role};
