-- Money reserved for something until a day (Art. 16). What is left of it follows from the moves alone, each move belongs to
-- the entry that books it, and what is released, expired or used up has no way back.

CREATE TABLE commitment (
  id        uuid          PRIMARY KEY,
  ledger    uuid          NOT NULL REFERENCES ledger,
  fund      uuid          NOT NULL REFERENCES fund,
  amount    numeric(19,2) NOT NULL CHECK (amount > 0),
  booked_on date          NOT NULL,
  until     date          NOT NULL,
  reference uuid,
  made_by   varchar(200)  NOT NULL,
  made_at   timestamptz   NOT NULL,
  stage     varchar(20)   NOT NULL DEFAULT 'PROPOSED'
    CHECK (stage IN ('PROPOSED', 'RESERVED', 'REJECTED', 'USED_UP', 'RELEASED', 'EXPIRED')),
  remaining numeric(19,2) NOT NULL DEFAULT 0,
  CONSTRAINT commitment_used_at_most_reserved CHECK (remaining BETWEEN 0 AND amount),
  CHECK (until >= booked_on),
  UNIQUE (id, fund)
);
CREATE INDEX commitment_fund ON commitment (fund, id);
CREATE INDEX commitment_to_expire ON commitment (until) WHERE stage = 'RESERVED';
-- What it is reserved for has one reservation in force.
CREATE UNIQUE INDEX commitment_reference ON commitment (reference) WHERE stage IN ('PROPOSED', 'RESERVED');

CREATE TABLE commitment_step (
  commitment uuid         NOT NULL REFERENCES commitment,
  step       varchar(20)  NOT NULL CHECK (step IN ('APPROVED', 'REJECTED', 'RELEASED', 'EXPIRED')),
  by_person  varchar(200) NOT NULL,
  at         timestamptz  NOT NULL,
  reason     varchar(1000),
  entry      uuid         UNIQUE REFERENCES entry,
  PRIMARY KEY (commitment, step),
  CHECK ((step = 'REJECTED') = (entry IS NULL))
);

-- What an entry reserves, uses, gives back or releases of a commitment.
CREATE TABLE commitment_move (
  entry      uuid          NOT NULL REFERENCES entry,
  commitment uuid          NOT NULL REFERENCES commitment,
  amount     numeric(19,2) NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (entry, commitment)
);
CREATE INDEX commitment_move_commitment ON commitment_move (commitment);

ALTER TABLE expenditure ADD FOREIGN KEY (draws_on, fund) REFERENCES commitment (id, fund);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commitment_step EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commitment_move EXECUTE FUNCTION refuse_change();

CREATE FUNCTION lock_commitment(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 1 FROM commitment WHERE id = wanted FOR NO KEY UPDATE
$$;

CREATE FUNCTION commitment_is_only_proposed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM fund f WHERE f.id = NEW.fund AND f.ledger = NEW.ledger) THEN
    RAISE EXCEPTION 'fund % lies in another ledger', NEW.fund USING ERRCODE = 'check_violation';
  END IF;
  NEW.stage := 'PROPOSED';
  NEW.remaining := 0;
  RETURN NEW;
END $$;

CREATE TRIGGER only_proposed BEFORE INSERT ON commitment FOR EACH ROW EXECUTE FUNCTION commitment_is_only_proposed();

CREATE FUNCTION take_commitment_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about commitment;
  next  text;
BEGIN
  SELECT * INTO about FROM commitment WHERE id = NEW.commitment FOR NO KEY UPDATE;
  IF NEW.step IN ('APPROVED', 'REJECTED') AND NEW.by_person = about.made_by THEN
    RAISE EXCEPTION 'who proposed commitment % does not decide it', about.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step = 'EXPIRED' AND about.until >= (SELECT e.booked_on FROM entry e WHERE e.id = NEW.entry) THEN
    RAISE EXCEPTION 'commitment % holds until %', about.id, about.until USING ERRCODE = 'check_violation';
  END IF;
  next := CASE
    WHEN NEW.step = 'APPROVED' AND about.stage = 'PROPOSED' THEN 'RESERVED'
    WHEN NEW.step = 'REJECTED' AND about.stage = 'PROPOSED' THEN 'REJECTED'
    WHEN NEW.step IN ('RELEASED', 'EXPIRED') AND about.stage = 'RESERVED' THEN NEW.step
  END;
  IF next IS NULL THEN
    RAISE EXCEPTION 'commitment % is % and cannot be %', about.id, about.stage, NEW.step
      USING ERRCODE = 'check_violation';
  END IF;
  UPDATE commitment SET stage = next WHERE id = about.id;
  RETURN NEW;
END $$;

CREATE TRIGGER take_step BEFORE INSERT ON commitment_step FOR EACH ROW EXECUTE FUNCTION take_commitment_step();

CREATE FUNCTION move_commitment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about  commitment;
  booked entry;
BEGIN
  SELECT * INTO about FROM commitment WHERE id = NEW.commitment FOR NO KEY UPDATE;
  SELECT * INTO booked FROM entry WHERE id = NEW.entry;
  IF booked.made_in <> pg_current_xact_id() OR booked.ledger <> about.ledger OR NOT coalesce(CASE booked.kind
    WHEN 'RESERVATION' THEN
      booked.document = about.id AND about.stage = 'RESERVED' AND about.remaining = 0 AND NEW.amount = about.amount
    WHEN 'RELEASE' THEN
      booked.document = about.id AND about.stage IN ('RELEASED', 'EXPIRED') AND NEW.amount = -about.remaining
    WHEN 'COMMITMENT' THEN
      about.stage = 'RESERVED' AND NEW.amount < 0 AND booked.booked_on <= about.until
      AND EXISTS (SELECT FROM expenditure x WHERE x.id = booked.document AND x.draws_on = about.id)
    WHEN 'REVERSAL' THEN
      about.stage = 'RESERVED' AND EXISTS (
        SELECT FROM commitment_move m JOIN entry e ON e.id = m.entry
        WHERE m.entry = booked.reverses AND e.kind = 'COMMITMENT' AND m.commitment = about.id AND m.amount = -NEW.amount)
  END, false) THEN
    RAISE EXCEPTION 'commitment % is % and is not moved by % in entry %', about.id, about.stage, NEW.amount, NEW.entry
      USING ERRCODE = 'check_violation';
  END IF;
  UPDATE commitment
  SET remaining = remaining + NEW.amount,
      stage = CASE WHEN booked.kind = 'COMMITMENT' AND remaining + NEW.amount = 0 THEN 'USED_UP' ELSE stage END
  WHERE id = about.id;
  RETURN NEW;
END $$;

CREATE TRIGGER move BEFORE INSERT ON commitment_move FOR EACH ROW EXECUTE FUNCTION move_commitment();

-- What an entry books as reserved is what it moves of the fund's commitments, and nobody's reservation is left half done.
CREATE FUNCTION require_reserved_as_moved(checked uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (
      SELECT fund, -amount AS amount FROM posting WHERE entry = checked AND account = 'RESERVED'
      UNION ALL
      SELECT c.fund, -m.amount FROM commitment_move m JOIN commitment c ON c.id = m.commitment WHERE m.entry = checked) sides
    GROUP BY fund HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'entry % books reserved money that no commitment moves', checked USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION posting_reserves_as_moved() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM require_reserved_as_moved(NEW.entry);
  RETURN NULL;
END $$;

CREATE FUNCTION move_is_booked() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM require_reserved_as_moved(NEW.entry);
  IF EXISTS (SELECT FROM commitment WHERE id = NEW.commitment AND (stage = 'RESERVED') <> (remaining > 0)) THEN
    RAISE EXCEPTION 'commitment % is left half done', NEW.commitment USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER reserved_as_moved AFTER INSERT ON posting DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.account = 'RESERVED') EXECUTE FUNCTION posting_reserves_as_moved();
CREATE CONSTRAINT TRIGGER booked AFTER INSERT ON commitment_move DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION move_is_booked();

-- Money is reserved and released only as the steps say, within its fund.
CREATE FUNCTION reservation_is_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM commitment_step s JOIN commitment c ON c.id = s.commitment
    WHERE s.entry = NEW.id AND c.id = NEW.document AND c.ledger = NEW.ledger
      AND (NEW.kind = 'RESERVATION') = (s.step = 'APPROVED')
      AND NOT EXISTS (SELECT FROM posting p WHERE p.entry = NEW.id
                      AND (p.account NOT IN ('AVAILABLE', 'RESERVED') OR p.fund <> c.fund))
      AND EXISTS (SELECT FROM commitment_move m WHERE m.entry = NEW.id AND m.commitment = c.id)) THEN
    RAISE EXCEPTION 'entry % books a % that nobody decided', NEW.id, NEW.kind USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER decided_reservation AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('RESERVATION', 'RELEASE')) EXECUTE FUNCTION reservation_is_decided();

-- A step that moves money is taken with the entry that moves it.
CREATE FUNCTION commitment_step_is_booked() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM commitment_move WHERE entry = NEW.entry AND commitment = NEW.commitment) THEN
    RAISE EXCEPTION 'step % of commitment % moves nothing', NEW.step, NEW.commitment USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER booked AFTER INSERT ON commitment_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.entry IS NOT NULL) EXECUTE FUNCTION commitment_step_is_booked();

REVOKE ALL ON FUNCTION lock_commitment(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_commitment(uuid) TO ${runtime_role};
GRANT SELECT ON commitment TO ${runtime_role};
GRANT INSERT (id, ledger, fund, amount, booked_on, until, reference, made_by, made_at) ON commitment TO ${runtime_role};
GRANT SELECT, INSERT ON commitment_step, commitment_move TO ${runtime_role};
