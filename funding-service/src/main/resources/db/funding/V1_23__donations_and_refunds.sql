-- Donations, bound by their donors, and what payees pay back (Art. 16). A line of the bank's statement is booked once, whatever
-- it is booked as.

CREATE TABLE booked_bank_line (
  ledger    uuid        NOT NULL REFERENCES ledger,
  reference varchar(64) NOT NULL,
  PRIMARY KEY (ledger, reference)
);

-- A row whose bank line is booked already is not taken: who inserts sees that nothing was added.
CREATE FUNCTION claim_bank_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO booked_bank_line (ledger, reference) VALUES (NEW.ledger, NEW.bank_reference) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;

CREATE TABLE donation (
  id             uuid          PRIMARY KEY,
  ledger         uuid          NOT NULL REFERENCES ledger,
  fund           uuid          NOT NULL REFERENCES fund,
  amount         numeric(19,2) NOT NULL CHECK (amount > 0),
  booked_on      date          NOT NULL,
  bank_reference varchar(64)   NOT NULL,
  anonymous      boolean       NOT NULL,
  commitment     varchar(64)   NOT NULL,
  recorded_by    varchar(200)  NOT NULL,
  recorded_at    timestamptz   NOT NULL
);
CREATE INDEX donation_fund ON donation (fund, id);

-- Who gave it is personal data: deleting a row here leaves every proof intact.
CREATE TABLE donation_donor (
  donation uuid         PRIMARY KEY REFERENCES donation,
  donor    varchar(100) NOT NULL,
  salt     bytea        NOT NULL CHECK (octet_length(salt) = 16)
);

-- Some or all of a paid expenditure comes back from its payee.
CREATE TABLE expenditure_refund (
  id             uuid          PRIMARY KEY,
  ledger         uuid          NOT NULL REFERENCES ledger,
  expenditure    uuid          NOT NULL REFERENCES expenditure,
  amount         numeric(19,2) NOT NULL CHECK (amount > 0),
  booked_on      date          NOT NULL,
  bank_reference varchar(64)   NOT NULL,
  recorded_by    varchar(200)  NOT NULL,
  recorded_at    timestamptz   NOT NULL
);
CREATE INDEX expenditure_refund_expenditure ON expenditure_refund (expenditure, id);

-- Never more than was paid; and a payment of which some came back is not itself taken back.
ALTER TABLE expenditure ADD COLUMN refunded numeric(19,2) NOT NULL DEFAULT 0,
  ADD CONSTRAINT expenditure_refunded_at_most_paid CHECK (refunded BETWEEN 0 AND amount),
  ADD CONSTRAINT expenditure_refunded_when_paid CHECK (refunded = 0 OR stage = 'PAID');

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON booked_bank_line EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON donation EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON expenditure_refund EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_line BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION claim_bank_line();
CREATE TRIGGER bank_line BEFORE INSERT ON donation FOR EACH ROW EXECUTE FUNCTION claim_bank_line();
CREATE TRIGGER bank_line BEFORE INSERT ON expenditure_refund FOR EACH ROW EXECUTE FUNCTION claim_bank_line();

CREATE FUNCTION donation_fits_fund() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM fund WHERE id = NEW.fund AND ledger = NEW.ledger AND source = 'DONATION') THEN
    RAISE EXCEPTION 'fund % takes no donation of this ledger', NEW.fund USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER fits_fund BEFORE INSERT ON donation FOR EACH ROW EXECUTE FUNCTION donation_fits_fund();

CREATE FUNCTION donation_is_documented() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
      SELECT FROM donation d
      WHERE d.id = NEW.document AND d.ledger = NEW.ledger AND d.booked_on = NEW.booked_on
        AND (SELECT count(*) FROM posting WHERE entry = NEW.id) = 2
        AND EXISTS (SELECT FROM posting WHERE entry = NEW.id AND account = 'BANK' AND amount = d.amount)
        AND EXISTS (SELECT FROM posting WHERE entry = NEW.id AND account = 'AVAILABLE' AND fund = d.fund)) THEN
    RAISE EXCEPTION 'entry % books no donation of its amount', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER documented_donation AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'DONATION') EXECUTE FUNCTION donation_is_documented();
CREATE UNIQUE INDEX entry_of_donation ON entry (document) WHERE kind = 'DONATION';

-- What came back follows from the entries alone: each refund counts once, until its entry is reversed.
CREATE FUNCTION count_refund() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'REFUND' THEN
    UPDATE expenditure x SET refunded = x.refunded + r.amount
    FROM expenditure_refund r WHERE r.id = NEW.document AND x.id = r.expenditure;
  ELSE
    UPDATE expenditure x SET refunded = x.refunded - r.amount
    FROM entry e JOIN expenditure_refund r ON r.id = e.document
    WHERE e.id = NEW.reverses AND e.kind = 'REFUND' AND x.id = r.expenditure;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER count_refund AFTER INSERT ON entry
  FOR EACH ROW WHEN (NEW.kind IN ('REFUND', 'REVERSAL')) EXECUTE FUNCTION count_refund();

CREATE FUNCTION refund_is_documented() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
      SELECT FROM expenditure_refund r JOIN expenditure x ON x.id = r.expenditure
      WHERE r.id = NEW.document AND r.ledger = NEW.ledger AND x.ledger = NEW.ledger AND r.booked_on = NEW.booked_on
        AND (SELECT count(*) FROM posting WHERE entry = NEW.id) = 4
        AND EXISTS (SELECT FROM posting WHERE entry = NEW.id AND account = 'BANK' AND amount = r.amount)
        AND EXISTS (SELECT FROM posting WHERE entry = NEW.id AND account = 'SPENT' AND fund = x.fund
                    AND category = x.category AND amount = -r.amount)
        AND EXISTS (SELECT FROM posting WHERE entry = NEW.id AND account = 'APPLIED' AND fund = x.fund
                    AND amount = r.amount)
        AND EXISTS (SELECT FROM posting WHERE entry = NEW.id AND account = 'AVAILABLE' AND fund = x.fund
                    AND amount = -r.amount)) THEN
    RAISE EXCEPTION 'entry % books no refund of its amount', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER documented_refund AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'REFUND') EXECUTE FUNCTION refund_is_documented();
CREATE UNIQUE INDEX entry_of_refund ON entry (document) WHERE kind = 'REFUND';

GRANT SELECT ON booked_bank_line TO ${runtime_role};
GRANT SELECT, INSERT ON donation, expenditure_refund TO ${runtime_role};
GRANT SELECT, INSERT, DELETE ON donation_donor TO ${runtime_role};
