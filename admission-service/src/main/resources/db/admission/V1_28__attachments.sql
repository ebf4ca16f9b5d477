-- The documents that an approval form names, by their SHA-256, in its order. A draft may name what is not uploaded yet.
CREATE TABLE task_attachment (
  application_id uuid         NOT NULL REFERENCES task_application,
  place          int          NOT NULL CHECK (place BETWEEN 0 AND 19),
  title          varchar(200) NOT NULL CHECK (title ~ '\S'),
  document       varchar(64)  NOT NULL CHECK (document ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (application_id, place),
  UNIQUE (application_id, document)
);
GRANT SELECT, INSERT, DELETE ON task_attachment TO ${runtime_role};

-- What a group decides on stays as it was submitted.
CREATE FUNCTION attachment_is_of_a_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.application_id ELSE OLD.application_id END;
BEGIN
  IF NOT EXISTS (SELECT FROM task_application WHERE id = concerned AND stage IN ('DRAFT', 'RETURNED')) THEN
    RAISE EXCEPTION 'the application % was submitted: its attachments stay', concerned USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER of_a_draft AFTER INSERT OR DELETE ON task_attachment
  FOR EACH ROW EXECUTE FUNCTION attachment_is_of_a_draft();

-- What is submitted was uploaded, and belongs to the application from then on.
CREATE FUNCTION attachments_are_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM task_attachment t WHERE t.application_id = NEW.id
             AND NOT EXISTS (SELECT FROM document_attachment a
                             WHERE a.kind = 'TASK_APPLICATION' AND a.owner = NEW.id AND a.digest = t.document)) THEN
    RAISE EXCEPTION 'the application % names documents that are not attached to it', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER attachments_there AFTER UPDATE OF stage ON task_application DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.stage = 'SUBMITTED') EXECUTE FUNCTION attachments_are_there();
