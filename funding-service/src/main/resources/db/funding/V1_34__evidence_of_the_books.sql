-- The bank's statement behind an opening balance and the consent or order behind a reallocation were uploaded and are
-- attached to them, in the same transaction; as an expenditure's evidence is.
CREATE FUNCTION book_evidence_is_attached() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM document_attachment
                 WHERE kind = TG_ARGV[0] AND owner = NEW.id AND digest = NEW.evidence) THEN
    RAISE EXCEPTION '% names evidence that is not attached to it', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER evidence_attached AFTER INSERT ON opening_balance DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION book_evidence_is_attached('OPENING_BALANCE');
CREATE CONSTRAINT TRIGGER evidence_attached AFTER INSERT ON reallocation DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.evidence IS NOT NULL) EXECUTE FUNCTION book_evidence_is_attached('REALLOCATION');

-- A statement follows on the last one that there is, and not on one of a moment ago.
CREATE TRIGGER as_of_now BEFORE INSERT ON bank_statement FOR EACH STATEMENT EXECUTE FUNCTION require_read_committed();
