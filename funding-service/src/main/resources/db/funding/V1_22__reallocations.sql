-- Money moves from one fund to another of the same ledger only by a decision of the body that gave it, which has a document
-- (调剂, Art. 16). Who tries without one is refused, and the attempt is kept.

CREATE TABLE reallocation (
  id              uuid          PRIMARY KEY,
  ledger          uuid          NOT NULL REFERENCES ledger,
  fund            uuid          NOT NULL REFERENCES fund,
  to_fund         uuid          NOT NULL REFERENCES fund,
  amount          numeric(19,2) NOT NULL CHECK (amount > 0),
  booked_on       date          NOT NULL,
  document_number varchar(100)  NOT NULL CHECK (btrim(document_number) <> ''),
  evidence        varchar(64),
  decided_for     varchar(18),
  commitment      varchar(64)   NOT NULL,
  salt            bytea         NOT NULL CHECK (octet_length(salt) = 16),
  decided_by      varchar(200)  NOT NULL,
  decided_at      timestamptz   NOT NULL,
  CHECK (fund <> to_fund)
);
CREATE INDEX reallocation_ledger ON reallocation (ledger, id);

-- The category of an attempt to move money to another fund is TRANSFER, which no fund allows.
ALTER TABLE diversion_attempt ADD COLUMN to_fund uuid REFERENCES fund;
ALTER TABLE diversion_attempt ADD CHECK ((category = 'TRANSFER') = (to_fund IS NOT NULL));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reallocation EXECUTE FUNCTION refuse_change();

-- The donor's consent is a document that exists.
CREATE FUNCTION reallocation_fits_funds() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT count(*) FROM fund WHERE id IN (NEW.fund, NEW.to_fund) AND ledger = NEW.ledger) <> 2
     OR EXISTS (SELECT FROM fund WHERE id = NEW.fund AND source = 'DONATION') AND NEW.evidence IS NULL THEN
    RAISE EXCEPTION 'reallocation % does not fit its funds', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER fits_funds BEFORE INSERT ON reallocation FOR EACH ROW EXECUTE FUNCTION reallocation_fits_funds();

CREATE FUNCTION reallocation_is_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
      SELECT FROM reallocation r
      WHERE r.id = NEW.document AND r.ledger = NEW.ledger AND r.booked_on = NEW.booked_on
        AND (SELECT count(*) FROM posting WHERE entry = NEW.id) = 2
        AND EXISTS (SELECT FROM posting p WHERE p.entry = NEW.id AND p.account = 'AVAILABLE'
                    AND p.fund = r.fund AND p.amount = r.amount)
        AND EXISTS (SELECT FROM posting p WHERE p.entry = NEW.id AND p.account = 'AVAILABLE'
                    AND p.fund = r.to_fund AND p.amount = -r.amount)) THEN
    RAISE EXCEPTION 'entry % moves money between funds and nobody decided it', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER decided_reallocation AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'REALLOCATION') EXECUTE FUNCTION reallocation_is_decided();
CREATE UNIQUE INDEX entry_of_reallocation ON entry (document) WHERE kind = 'REALLOCATION';

GRANT SELECT, INSERT ON reallocation TO ${runtime_role};
