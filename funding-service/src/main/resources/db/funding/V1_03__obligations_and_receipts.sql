-- Who owes how much to which fund by when (Art. 5, 11, 15), and the money that came in. What is paid follows from the
-- settlements alone: nobody writes it.

CREATE TABLE obligation (
  id               uuid          PRIMARY KEY,
  ledger           uuid          NOT NULL REFERENCES ledger,
  fund             uuid          NOT NULL REFERENCES fund,
  division         char(12)      NOT NULL,
  community        char(12),
  payer            varchar(18)   NOT NULL,
  origin           varchar(20)   NOT NULL,
  origin_reference uuid          NOT NULL,
  share            varchar(20)   NOT NULL CHECK (share IN (
    'WHOLE',
    'CITY_SUBSIDY',
    'POOL_SHARE',
    'OWN_SHARE',
    'CITY_SHARE',
    'DISTRICT_SHARE',
    'COMMITTEE_ALLOWANCE',
    'TITLE_ALLOWANCE',
    'POST_PAY',
    'POST_WORKING_COSTS')),
  funding_year     int           NOT NULL,
  amount_due       numeric(19,2) NOT NULL CHECK (amount_due > 0),
  due_on           date          NOT NULL,
  opened_at        timestamptz   NOT NULL,
  paid             numeric(19,2) NOT NULL DEFAULT 0,
  CONSTRAINT obligation_paid_at_most_due CHECK (paid BETWEEN 0 AND amount_due),
  UNIQUE (fund, origin_reference, funding_year, share, payer)
);
CREATE INDEX obligation_open ON obligation (ledger, payer, due_on) WHERE paid < amount_due;
CREATE INDEX obligation_origin ON obligation (origin_reference);
CREATE INDEX obligation_community ON obligation (community, id);

CREATE TABLE receipt (
  id             uuid          PRIMARY KEY,
  ledger         uuid          NOT NULL REFERENCES ledger,
  payer          varchar(18)   NOT NULL,
  amount         numeric(19,2) NOT NULL CHECK (amount > 0),
  booked_on      date          NOT NULL,
  bank_reference varchar(64)   NOT NULL,
  fund           uuid          REFERENCES fund,
  recorded_by    varchar(200)  NOT NULL,
  recorded_at    timestamptz   NOT NULL,
  -- A line of the bank's statement is booked once.
  UNIQUE (ledger, bank_reference)
);

CREATE TABLE settlement (
  entry      uuid          NOT NULL REFERENCES entry,
  obligation uuid          NOT NULL REFERENCES obligation,
  receipt    uuid          NOT NULL REFERENCES receipt,
  amount     numeric(19,2) NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (entry, obligation)
);
CREATE INDEX settlement_obligation ON settlement (obligation);
CREATE INDEX settlement_receipt ON settlement (receipt);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON settlement EXECUTE FUNCTION refuse_change();

CREATE FUNCTION lock_obligations(ids uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM (SELECT 1 FROM obligation WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE) locked
$$;

CREATE FUNCTION nothing_paid_yet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.paid := 0;
  RETURN NEW;
END $$;

CREATE TRIGGER nothing_paid_yet BEFORE INSERT ON obligation FOR EACH ROW EXECUTE FUNCTION nothing_paid_yet();

-- Money settles only with the entry that books it, made in the same transaction and ledger, for the same fund.
CREATE FUNCTION settle() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM added a JOIN entry e ON e.id = a.entry JOIN obligation o ON o.id = a.obligation
             WHERE e.made_in <> pg_current_xact_id() OR e.document <> a.receipt OR e.ledger <> o.ledger
                OR (e.kind = 'RECEIPT') <> (a.amount > 0) OR e.kind NOT IN ('RECEIPT', 'REVERSAL')) THEN
    RAISE EXCEPTION 'a settlement belongs to the entry that books its receipt' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM lock_obligations(ARRAY(SELECT DISTINCT a.obligation FROM added a));
  UPDATE obligation o SET paid = o.paid + s.amount
  FROM (SELECT obligation, sum(amount) AS amount FROM added GROUP BY obligation) s
  WHERE o.id = s.obligation;
  RETURN NULL;
END $$;

CREATE TRIGGER settle AFTER INSERT ON settlement REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION settle();

-- What an entry settles for a fund is money that the entry brings to that fund.
CREATE FUNCTION settlement_is_covered() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT o.fund, sum(s.amount) AS amount FROM settlement s JOIN obligation o ON o.id = s.obligation
                 WHERE s.entry = NEW.entry GROUP BY o.fund) settled
    WHERE abs(settled.amount) > coalesce((SELECT abs(sum(p.amount)) FROM posting p
                                          WHERE p.entry = NEW.entry AND p.fund = settled.fund), 0)) THEN
    RAISE EXCEPTION 'entry % settles more than it brings', NEW.entry USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER covered AFTER INSERT ON settlement DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION settlement_is_covered();

-- The bank account moves only with a receipt of the same amount, or with a payment that others approved (V1_04).
CREATE FUNCTION receipt_is_documented() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM receipt r WHERE r.id = NEW.document AND r.ledger = NEW.ledger AND r.booked_on = NEW.booked_on
                 AND r.amount = (SELECT sum(amount) FROM posting WHERE entry = NEW.id AND account = 'BANK')) THEN
    RAISE EXCEPTION 'entry % books no receipt of its amount', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER documented_receipt AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'RECEIPT') EXECUTE FUNCTION receipt_is_documented();
CREATE UNIQUE INDEX entry_of_receipt ON entry (document) WHERE kind = 'RECEIPT';

-- A receipt that is taken back no longer settles anything.
CREATE FUNCTION settlements_are_taken_back() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM settlement WHERE entry IN (NEW.id, NEW.reverses)
             GROUP BY obligation HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'what % settled is not taken back by %', NEW.reverses, NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER settlements_taken_back AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'REVERSAL') EXECUTE FUNCTION settlements_are_taken_back();

REVOKE ALL ON FUNCTION lock_obligations(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_obligations(uuid[]) TO ${runtime_role};
GRANT SELECT, INSERT ON obligation, receipt, settlement TO ${runtime_role};
