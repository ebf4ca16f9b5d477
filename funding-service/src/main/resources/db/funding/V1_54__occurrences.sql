-- An obligation that was late or short, was settled then and is owed again because its money came back, can be late or short
-- once more. That is an occurrence of its own (Art. 16): found, told of and brought to a case once more, and once only. Money
-- of a pool has one day in its one year, and so one occurrence.

ALTER TABLE obligation
  -- How many times it was reopened after it had been found late or short and was settled.
  ADD COLUMN occurrence int NOT NULL DEFAULT 0 CHECK (occurrence >= 0),
  -- Since when it is owed again in the present occurrence; nobody is late for what was not told.
  ADD COLUMN owed_again_on date,
  ADD CHECK ((occurrence = 0) = (owed_again_on IS NULL));

ALTER TABLE finding
  ADD COLUMN occurrence int NOT NULL DEFAULT 0 CHECK (occurrence >= 0),
  ADD CHECK (kind <> 'WITHHELD' OR occurrence = 0),
  DROP CONSTRAINT finding_obligation_key,
  ADD UNIQUE (obligation, occurrence);

ALTER TABLE examination
  ADD COLUMN occurrence int NOT NULL DEFAULT 0 CHECK (occurrence >= 0),
  DROP CONSTRAINT examination_pkey,
  ADD PRIMARY KEY (subject, occurrence);

ALTER TABLE violation
  ADD COLUMN occurrence int NOT NULL DEFAULT 0 CHECK (occurrence >= 0),
  ADD CHECK (origin = 'SERVICE' OR occurrence = 0);
-- What the service finds again of one occurrence is the same case.
DROP INDEX violation_found_once;
CREATE UNIQUE INDEX violation_found_once ON violation (kind, subject, occurrence) WHERE origin = 'SERVICE';
CREATE INDEX violation_subject ON violation (subject, id);
GRANT INSERT (occurrence) ON violation TO ${runtime_role};

CREATE OR REPLACE FUNCTION not_examined_yet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.examined := NULL;
  NEW.occurrence := 0;
  NEW.owed_again_on := NULL;
  RETURN NEW;
END $$;

-- As before; and what was found, was paid in full then and is not any more has to be looked at anew.
CREATE OR REPLACE FUNCTION settle() RETURNS trigger
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
  UPDATE obligation o SET examined = NULL, occurrence = o.occurrence + 1, owed_again_on = s.told_on
  FROM (SELECT a.obligation, sum(a.amount) AS amount,
               max(greatest(e.booked_on, (e.recorded_at AT TIME ZONE 'Asia/Shanghai')::date)) AS told_on
        FROM added a JOIN entry e ON e.id = a.entry GROUP BY a.obligation) s
  WHERE o.id = s.obligation AND o.examined = 'FOUND' AND o.paid < o.amount_due AND o.paid - s.amount = o.amount_due;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION finding_is_true() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'WITHHELD' THEN
    IF NOT EXISTS (SELECT FROM fund f JOIN ledger l ON l.id = f.ledger, pool_at(f.id, NEW.deadline) p
                   WHERE f.id = NEW.fund AND f.purpose = 'POOL' AND l.id = NEW.ledger AND l.division = NEW.division
                     AND p.received = NEW.amount_owed AND p.received - p.available = NEW.amount_actual) THEN
      RAISE EXCEPTION 'the books do not say that pool % withheld this', NEW.fund USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  UPDATE obligation o SET examined = 'FOUND'
  WHERE o.id = NEW.obligation AND o.cancelled = 0 AND o.ledger = NEW.ledger AND o.fund = NEW.fund
    AND o.division = NEW.division AND o.community IS NOT DISTINCT FROM NEW.community AND o.payer = NEW.payer
    AND o.amount_due = NEW.amount_owed AND o.due_on = NEW.due_on
    AND o.occurrence = NEW.occurrence AND o.examined IS DISTINCT FROM 'FOUND'
    -- Nobody is late for what was not told.
    AND NEW.deadline >= greatest((o.opened_at AT TIME ZONE 'Asia/Shanghai')::date, o.owed_again_on)
    AND paid_by(o.id, NEW.deadline) = NEW.amount_actual;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the books do not say this of obligation %', NEW.obligation USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION examination_is_true() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE obligation o SET examined = 'IN_TIME'
  WHERE o.id = NEW.subject AND o.occurrence = NEW.occurrence AND o.examined IS DISTINCT FROM 'FOUND'
    AND NEW.deadline >= greatest(o.due_on, o.owed_again_on) AND paid_by(o.id, NEW.deadline) >= o.amount_due;
  IF NOT FOUND AND NOT EXISTS (SELECT FROM fund f, pool_at(f.id, NEW.deadline) p
                               WHERE f.id = NEW.subject AND f.purpose = 'POOL' AND NEW.occurrence = 0
                                 AND p.available = 0) THEN
    RAISE EXCEPTION 'the books do not say that % was in order', NEW.subject USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
