-- Events as the business transaction leaves them: not yet numbered, never changed afterwards.
CREATE TABLE event_outbox (
    -- CACHE 1 matters: the sequencer takes ids as handed out in order of time.
    id            bigint      GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    event_id      uuid        NOT NULL UNIQUE DEFAULT uuidv7(),
    type          text        NOT NULL,
    source        text        NOT NULL,
    subject       text        NOT NULL,
    dataschema    text        NOT NULL,
    partition_key text        NOT NULL,
    division      text        NOT NULL CHECK (division ~ '^[0-9]{12}$'),
    data          text        NOT NULL,
    occurred_at   timestamptz NOT NULL,
    traceparent   text
);

-- A statement gets its transaction number before its first event gets an id. So when every transaction that had a
-- number at some moment is over, so is every event with an id from before that moment.
CREATE FUNCTION event_outbox_number_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_current_xact_id();
    RETURN NULL;
END $$;

CREATE TRIGGER number_transaction BEFORE INSERT ON event_outbox
    FOR EACH STATEMENT EXECUTE FUNCTION event_outbox_number_transaction();

GRANT SELECT, INSERT ON event_outbox TO ${runtime_role};
