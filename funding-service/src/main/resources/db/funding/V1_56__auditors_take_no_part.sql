-- Nobody audits the own work (Art. 16): also who proposed or decided on a reservation, a return of money or an opening balance
-- took part, and independence holds for everything that is done in an audit, not only for its own steps.
CREATE OR REPLACE FUNCTION takes_part(person text, in_ledger uuid, from_day date, to_day date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM entry e WHERE e.ledger = in_ledger AND e.made_by = person
                 AND e.booked_on BETWEEN from_day AND to_day)
      OR EXISTS (SELECT FROM receipt r WHERE r.ledger = in_ledger AND r.recorded_by = person
                 AND r.booked_on BETWEEN from_day AND to_day)
      OR EXISTS (SELECT FROM expenditure x LEFT JOIN expenditure_step s ON s.expenditure = x.id
                 WHERE x.ledger = in_ledger AND x.booked_on BETWEEN from_day AND to_day
                   AND person IN (x.made_by, s.by_person))
      OR EXISTS (SELECT FROM commitment c LEFT JOIN commitment_step s ON s.commitment = c.id
                 WHERE c.ledger = in_ledger AND c.booked_on BETWEEN from_day AND to_day
                   AND person IN (c.made_by, s.by_person))
      OR EXISTS (SELECT FROM fund_return r LEFT JOIN fund_return_step s ON s.return = r.id
                 WHERE r.ledger = in_ledger AND r.booked_on BETWEEN from_day AND to_day
                   AND person IN (r.made_by, s.by_person))
      OR EXISTS (SELECT FROM opening_balance o LEFT JOIN opening_balance_step s ON s.opening = o.id
                 WHERE o.ledger = in_ledger AND o.booked_on BETWEEN from_day AND to_day
                   AND person IN (o.made_by, s.by_person))
$$;

-- Who raises a finding or reads a voucher is independent, and what is found or read lies within the audit.
CREATE OR REPLACE FUNCTION audit_is_open() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about  audit;
  within boolean;
BEGIN
  SELECT * INTO about FROM audit WHERE id = NEW.audit FOR NO KEY UPDATE;
  IF about.stage <> 'DRAWN' THEN
    RAISE EXCEPTION 'audit % is %', about.id, about.stage USING ERRCODE = 'check_violation';
  END IF;
  IF TG_TABLE_NAME = 'audit_finding' THEN
    PERFORM require_independence(NEW.raised_by, about);
    within := EXISTS (SELECT FROM obligation WHERE id = NEW.concerning AND ledger = about.ledger)
           OR EXISTS (SELECT FROM fund WHERE id = NEW.concerning AND ledger = about.ledger)
           OR EXISTS (SELECT FROM entry WHERE id = NEW.concerning AND ledger = about.ledger
                      AND booked_on BETWEEN about.period_from AND about.period_to);
  ELSE
    PERFORM require_independence(NEW.by_person, about);
    within := EXISTS (SELECT FROM entry WHERE id = NEW.entry AND ledger = about.ledger
                      AND booked_on BETWEEN about.period_from AND about.period_to);
  END IF;
  IF NOT within THEN
    RAISE EXCEPTION 'it does not lie within audit %', about.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION take_finding_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about   audit_finding;
  audited audit;
BEGIN
  SELECT * INTO about FROM audit_finding WHERE id = NEW.finding FOR NO KEY UPDATE;
  IF NOT (CASE NEW.step WHEN 'RECTIFIED' THEN about.stage = 'RAISED' ELSE about.stage = 'RECTIFIED' END) THEN
    RAISE EXCEPTION 'finding % is % and cannot be %', about.id, about.stage, NEW.step USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step <> 'RECTIFIED' THEN
    IF EXISTS (SELECT FROM audit_finding_step s WHERE s.finding = NEW.finding
               AND s.step = 'RECTIFIED' AND s.by_person = NEW.by_person) THEN
      RAISE EXCEPTION 'who put finding % right does not accept it', about.id USING ERRCODE = 'check_violation';
    END IF;
    SELECT * INTO audited FROM audit WHERE id = about.audit;
    PERFORM require_independence(NEW.by_person, audited);
  END IF;
  UPDATE audit_finding SET stage = CASE NEW.step WHEN 'REJECTED' THEN 'RAISED' ELSE NEW.step END WHERE id = about.id;
  RETURN NEW;
END $$;
