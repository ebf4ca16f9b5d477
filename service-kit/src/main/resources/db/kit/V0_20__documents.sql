-- Evidence and attachments, kept once by the SHA-256 of their bytes.

-- Bytes on their way: a part at a time, until they are whole.
CREATE TABLE document_upload (
  id          uuid         PRIMARY KEY,
  uploaded_by varchar(200) NOT NULL,
  division    char(12),
  size        bigint       CHECK (size > 0),
  digest      varchar(64)     CHECK (digest ~ '^[0-9a-f]{64}$'),
  received    bigint       NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND coalesce(size, received)),
  started_at  timestamptz  NOT NULL
);
CREATE INDEX document_upload_person ON document_upload (uploaded_by);
CREATE INDEX document_upload_started ON document_upload (started_at);

-- Compressing what is compressed already would be in vain.
CREATE TABLE document_part (
  bytes     uuid   NOT NULL,
  starts_at bigint NOT NULL CHECK (starts_at >= 0),
  data      bytea  NOT NULL CHECK (octet_length(data) > 0),
  PRIMARY KEY (bytes, starts_at)
);
ALTER TABLE document_part ALTER COLUMN data SET STORAGE EXTERNAL;

CREATE TABLE document (
  digest     varchar(64)     PRIMARY KEY CHECK (digest ~ '^[0-9a-f]{64}$'),
  bytes      uuid         NOT NULL UNIQUE,
  size       bigint       NOT NULL CHECK (size > 0),
  media_type varchar(100) NOT NULL,
  stored_at  timestamptz  NOT NULL
);
CREATE INDEX document_stored ON document (stored_at);

-- Who sent these bytes, and for which territory: whoever sends them again becomes one more of them.
CREATE TABLE document_uploader (
  digest      varchar(64)     NOT NULL REFERENCES document,
  uploaded_by varchar(200) NOT NULL,
  division    char(12),
  uploaded_at timestamptz  NOT NULL,
  UNIQUE NULLS NOT DISTINCT (digest, uploaded_by, division)
);
CREATE INDEX document_uploader_person ON document_uploader (uploaded_by);

-- What a document belongs to, and until when it is kept at least. Never detached.
CREATE TABLE document_attachment (
  kind        varchar(40)  NOT NULL,
  owner       uuid         NOT NULL,
  division    char(12)     NOT NULL,
  digest      varchar(64)     NOT NULL REFERENCES document,
  attached_by varchar(200) NOT NULL,
  attached_at timestamptz  NOT NULL,
  keep_until  date         NOT NULL,
  rule        varchar(100) NOT NULL,
  PRIMARY KEY (kind, owner, digest)
);
CREATE INDEX document_attachment_digest ON document_attachment (digest, attached_at);

-- The bytes of a document stay as they are for as long as it is there.
CREATE FUNCTION document_bytes_stay() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  concerned uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.bytes ELSE OLD.bytes END;
BEGIN
  IF EXISTS (SELECT FROM document WHERE bytes = concerned) THEN
    RAISE EXCEPTION 'the bytes of a document are not changed: % is refused', TG_OP
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
END $$;

CREATE TRIGGER bytes_stay BEFORE INSERT OR UPDATE OR DELETE ON document_part
  FOR EACH ROW EXECUTE FUNCTION document_bytes_stay();

-- Of these, the documents that somebody sent whose territory includes the division; held until the transaction ends.
CREATE FUNCTION lock_documents(digests text[], concerned char(12), today date) RETURNS SETOF text
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.digest::text FROM document d
  WHERE d.digest = ANY (digests) AND EXISTS (
    SELECT FROM document_uploader u
    JOIN division_ancestry a ON a.descendant = concerned AND a.ancestor = u.division
    WHERE u.digest = d.digest AND a.valid_from <= today AND (a.valid_to IS NULL OR a.valid_to >= today))
  ORDER BY d.digest FOR KEY SHARE OF d
$$;

-- Forgets a document that belongs to nothing, and tells where its bytes lie.
CREATE FUNCTION drop_unattached_document(wanted text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  lay uuid;
BEGIN
  SELECT d.bytes INTO lay FROM document d WHERE d.digest = wanted FOR UPDATE;
  IF lay IS NULL OR EXISTS (SELECT FROM document_attachment a WHERE a.digest = wanted) THEN
    RETURN NULL;
  END IF;
  DELETE FROM document_uploader u WHERE u.digest = wanted;
  DELETE FROM document d WHERE d.digest = wanted;
  RETURN lay;
END $$;

REVOKE ALL ON FUNCTION lock_documents(text[], char, date), drop_unattached_document(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_documents(text[], char, date), drop_unattached_document(text) TO ${runtime_role};
GRANT SELECT, INSERT, DELETE ON document_upload, document_part TO ${runtime_role};
GRANT UPDATE (received) ON document_upload TO ${runtime_role};
GRANT SELECT, INSERT ON document, document_uploader, document_attachment TO ${runtime_role};
GRANT UPDATE (uploaded_at) ON document_uploader TO ${runtime_role};
