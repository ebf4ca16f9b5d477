-- What a report, a statement or a rectification names as evidence is attached to its case, in the same transaction.
CREATE FUNCTION require_attached(of_kind text, of_owner uuid, digests text[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(digests) AS named (digest)
             WHERE NOT EXISTS (SELECT FROM document_attachment a
                               WHERE a.kind = of_kind AND a.owner = of_owner AND a.digest = named.digest)) THEN
    RAISE EXCEPTION '% names evidence that is not attached to it', of_owner USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION oversight_evidence_is_attached() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'violation' THEN PERFORM require_attached('VIOLATION', NEW.id, NEW.evidence);
    WHEN 'violation_step' THEN PERFORM require_attached('VIOLATION', NEW.violation, NEW.evidence);
    WHEN 'audit_finding_step' THEN PERFORM require_attached('AUDIT', NEW.finding, NEW.evidence);
  END CASE;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER evidence_attached AFTER INSERT ON violation DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION oversight_evidence_is_attached();
CREATE CONSTRAINT TRIGGER evidence_attached AFTER INSERT ON violation_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION oversight_evidence_is_attached();
CREATE CONSTRAINT TRIGGER evidence_attached AFTER INSERT ON audit_finding_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION oversight_evidence_is_attached();
