-- The report of a batch is what became of its lines, and nothing is added to it later.
ALTER TABLE batch ADD COLUMN made_in xid8 NOT NULL DEFAULT pg_current_xact_id();
REVOKE INSERT ON batch FROM ${runtime_role};
GRANT INSERT (id, kind, mode, dry_run, division, key, fingerprint, lines, booked, already_booked, passed, refused, sent_by,
              sent_at) ON batch TO ${runtime_role};

CREATE FUNCTION line_joins_new_report() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM added a JOIN batch b ON b.id = a.batch WHERE b.made_in <> pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a line joins only a report made in the same transaction' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER joins_new_report AFTER INSERT ON batch_line REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION line_joins_new_report();

CREATE FUNCTION report_adds_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
      SELECT FROM batch_line WHERE batch = NEW.id
      HAVING count(*) = NEW.lines
        AND count(*) FILTER (WHERE outcome = 'BOOKED') = NEW.booked
        AND count(*) FILTER (WHERE outcome = 'ALREADY_BOOKED') = NEW.already_booked
        AND count(*) FILTER (WHERE outcome = 'PASSED') = NEW.passed)
    OR EXISTS (
      SELECT FROM batch_line l WHERE l.batch = NEW.id AND l.document IS NOT NULL AND NOT CASE NEW.kind
        WHEN 'RECEIPTS' THEN EXISTS (SELECT FROM receipt r WHERE r.id = l.document)
        ELSE EXISTS (SELECT FROM expenditure x WHERE x.id = l.document) END) THEN
    RAISE EXCEPTION 'the report of batch % is not what became of its lines', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON batch DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION report_adds_up();
