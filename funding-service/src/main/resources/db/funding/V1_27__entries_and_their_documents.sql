-- An entry and what it books belong together, from both sides, posting by posting; and nobody owes but who paid and whose
-- payment bounced (Art. 16).

-- Whoever sees the ledger as it was a moment ago would neither see a close nor the later days of a fund.
CREATE FUNCTION require_read_committed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION '% is written as of now only', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER as_of_now BEFORE INSERT ON entry FOR EACH STATEMENT EXECUTE FUNCTION require_read_committed();
CREATE TRIGGER as_of_now BEFORE INSERT ON closed_period FOR EACH STATEMENT EXECUTE FUNCTION require_read_committed();
CREATE TRIGGER as_of_now BEFORE INSERT ON closed_year FOR EACH STATEMENT EXECUTE FUNCTION require_read_committed();

CREATE FUNCTION posts(of_entry uuid, of_account text, of_fund uuid, of_amount numeric) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM posting WHERE entry = of_entry AND account = of_account
                 AND fund IS NOT DISTINCT FROM of_fund AND amount = of_amount)
$$;

-- A receipt brings money of the bank to funds, and to nothing else.
CREATE OR REPLACE FUNCTION receipt_is_documented() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM receipt r WHERE r.id = NEW.document AND r.ledger = NEW.ledger AND r.booked_on = NEW.booked_on
                 AND r.amount = (SELECT sum(amount) FROM posting WHERE entry = NEW.id AND account = 'BANK'))
     OR EXISTS (SELECT FROM posting WHERE entry = NEW.id
                AND (account NOT IN ('BANK', 'AVAILABLE', 'RECEIVABLE') OR (account = 'BANK') <> (amount > 0))) THEN
    RAISE EXCEPTION 'entry % books no receipt of its amount', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- Approving reserves and paying pays: neither does what the other is for.
CREATE OR REPLACE FUNCTION spending_is_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM expenditure_step s JOIN expenditure x ON x.id = s.expenditure
    WHERE s.entry = NEW.id AND x.id = NEW.document AND x.ledger = NEW.ledger AND CASE NEW.kind
      WHEN 'COMMITMENT' THEN
        s.step = 'APPROVED' AND NEW.booked_on = x.booked_on
        AND (SELECT count(*) FROM posting WHERE entry = NEW.id) = 2
        AND posts(NEW.id, CASE WHEN x.draws_on IS NULL THEN 'AVAILABLE' ELSE 'RESERVED' END, x.fund, x.amount)
        AND posts(NEW.id, 'COMMITTED', x.fund, -x.amount)
      ELSE
        s.step = 'PAID' AND NEW.booked_on >= x.booked_on
        AND (SELECT count(*) FROM posting WHERE entry = NEW.id) = 4
        AND posts(NEW.id, 'BANK', NULL, -x.amount)
        AND posts(NEW.id, 'COMMITTED', x.fund, x.amount)
        AND posts(NEW.id, 'APPLIED', x.fund, -x.amount)
        AND EXISTS (SELECT FROM posting WHERE entry = NEW.id AND account = 'SPENT' AND fund = x.fund
                    AND category = x.category AND amount = x.amount)
    END) THEN
    RAISE EXCEPTION 'entry % books a % that nobody decided', NEW.id, NEW.kind USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- A reservation is of the day for which it was proposed, and a return too.
CREATE FUNCTION decided_for_its_day() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.booked_on IS DISTINCT FROM (CASE NEW.kind
       WHEN 'RESERVATION' THEN (SELECT booked_on FROM commitment WHERE id = NEW.document)
       ELSE (SELECT booked_on FROM fund_return WHERE id = NEW.document) END) THEN
    RAISE EXCEPTION 'entry % is booked on another day than was decided', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER decided_for_its_day AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('RESERVATION', 'RETURN')) EXECUTE FUNCTION decided_for_its_day();

-- A step that moves money is taken with the entry that moves it, made for it in the same transaction.
CREATE FUNCTION require_entry_of(step text, document uuid, booked uuid, kind text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM entry e WHERE e.id = booked AND e.document = require_entry_of.document
                 AND e.kind = require_entry_of.kind AND e.made_in = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'step % of % is not booked by entry %', step, document, booked USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION expenditure_step_is_booked() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM require_entry_of(NEW.step, NEW.expenditure, NEW.entry,
    CASE NEW.step WHEN 'APPROVED' THEN 'COMMITMENT' WHEN 'PAID' THEN 'PAYMENT' ELSE 'REVERSAL' END);
  RETURN NULL;
END $$;

CREATE FUNCTION return_step_is_booked() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM require_entry_of(NEW.step, NEW.return, NEW.entry,
    CASE NEW.step WHEN 'APPROVED' THEN 'RETURN' WHEN 'PAID' THEN 'RETURN_PAYMENT' ELSE 'REVERSAL' END);
  RETURN NULL;
END $$;

CREATE FUNCTION opening_step_is_booked() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM require_entry_of(NEW.step, NEW.opening, NEW.entry, 'OPENING');
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER booked AFTER INSERT ON expenditure_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.entry IS NOT NULL) EXECUTE FUNCTION expenditure_step_is_booked();
CREATE CONSTRAINT TRIGGER booked AFTER INSERT ON fund_return_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.entry IS NOT NULL) EXECUTE FUNCTION return_step_is_booked();
CREATE CONSTRAINT TRIGGER booked AFTER INSERT ON opening_balance_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.entry IS NOT NULL) EXECUTE FUNCTION opening_step_is_booked();

-- Nor is there a document of money that came or moved without the entry that books it.
CREATE FUNCTION document_is_booked() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM entry WHERE document = NEW.id AND kind = TG_ARGV[0]) THEN
    RAISE EXCEPTION '% % is booked nowhere', TG_TABLE_NAME, NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER booked AFTER INSERT ON receipt DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION document_is_booked('RECEIPT');
CREATE CONSTRAINT TRIGGER booked AFTER INSERT ON donation DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION document_is_booked('DONATION');
CREATE CONSTRAINT TRIGGER booked AFTER INSERT ON reallocation DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION document_is_booked('REALLOCATION');
CREATE CONSTRAINT TRIGGER booked AFTER INSERT ON expenditure_refund DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION document_is_booked('REFUND');

-- What bounced is owed by who had paid it, as far as the fund has nothing available any more; and made good by the same
-- payer, never beyond what is owed.
CREATE FUNCTION receivable_is_owed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  booked entry;
BEGIN
  SELECT * INTO booked FROM entry WHERE id = NEW.entry;
  IF NOT EXISTS (SELECT FROM receipt WHERE id = booked.document AND payer = NEW.payer)
     OR booked.kind NOT IN ('RECEIPT', 'REVERSAL') OR (booked.kind = 'REVERSAL') <> (NEW.amount > 0)
     OR (SELECT sum(amount) FROM posting
         WHERE account = 'RECEIVABLE' AND fund = NEW.fund AND payer = NEW.payer) < 0
     OR booked.kind = 'REVERSAL' AND 0 < least(
       coalesce((SELECT available FROM fund_day WHERE fund = NEW.fund AND day <= booked.booked_on
                 ORDER BY day DESC LIMIT 1), 0),
       (SELECT min(available) FROM fund_day WHERE fund = NEW.fund AND day > booked.booked_on)) THEN
    RAISE EXCEPTION 'entry % makes % owe what it does not', NEW.entry, NEW.payer USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER owed AFTER INSERT ON posting DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.account = 'RECEIVABLE') EXECUTE FUNCTION receivable_is_owed();

-- What was taken from a reservation goes back to it as long as it is in force.
CREATE FUNCTION reservation_gets_back() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM commitment_move m JOIN commitment c ON c.id = m.commitment
             WHERE m.entry = NEW.reverses AND c.stage = 'RESERVED'
               AND NOT EXISTS (SELECT FROM commitment_move b WHERE b.entry = NEW.id AND b.commitment = c.id)) THEN
    RAISE EXCEPTION 'entry % takes from a reservation that is in force', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER reservation_gets_back AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'REVERSAL') EXECUTE FUNCTION reservation_gets_back();

-- An opening balance without its funds adds up to nothing.
CREATE FUNCTION opening_balance_has_funds() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.bank_balance IS DISTINCT FROM (SELECT sum(amount) FROM opening_balance_fund WHERE opening = NEW.id) THEN
    RAISE EXCEPTION 'opening balance % is not what the bank states of this ledger', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON opening_balance DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION opening_balance_has_funds();

-- Nobody gets back more than was given and has not gone back yet. What bounced was not given.
CREATE OR REPLACE FUNCTION return_fits_fund() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  given    numeric;
  returned numeric;
BEGIN
  IF NOT EXISTS (SELECT FROM fund WHERE id = NEW.fund AND ledger = NEW.ledger) THEN
    RAISE EXCEPTION 'return % does not fit its fund', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  PERFORM lock_funds(ARRAY[NEW.fund]);
  IF NEW.donation IS NOT NULL THEN
    SELECT sum(d.amount) INTO given FROM donation d JOIN entry e ON e.document = d.id AND e.kind = 'DONATION'
    WHERE d.id = NEW.donation AND d.fund = NEW.fund AND NOT EXISTS (SELECT FROM entry v WHERE v.reverses = e.id);
  ELSE
    SELECT -sum(p.amount) INTO given FROM posting p
    JOIN entry e ON e.id = p.entry AND e.kind IN ('RECEIPT', 'REVERSAL') JOIN receipt c ON c.id = e.document
    WHERE p.fund = NEW.fund AND c.payer = NEW.payee;
  END IF;
  SELECT coalesce(sum(amount), 0) INTO returned FROM fund_return
  WHERE fund = NEW.fund AND stage NOT IN ('REJECTED', 'WITHDRAWN')
    AND (donation = NEW.donation OR payee = NEW.payee);
  IF NEW.amount > coalesce(given, 0) - returned THEN
    RAISE EXCEPTION 'return % of % is more than was given: %', NEW.id, NEW.amount, coalesce(given, 0) - returned
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
