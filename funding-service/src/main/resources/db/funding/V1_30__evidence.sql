-- What an expenditure rests on was uploaded and is attached to it, in the same transaction (Art. 16).
CREATE FUNCTION evidence_is_attached() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(NEW.evidence) AS named (digest)
             WHERE NOT EXISTS (SELECT FROM document_attachment a
                               WHERE a.kind = 'EXPENDITURE' AND a.owner = NEW.id AND a.digest = named.digest)) THEN
    RAISE EXCEPTION 'expenditure % names evidence that is not attached to it', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER evidence_attached AFTER INSERT ON expenditure DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION evidence_is_attached();
