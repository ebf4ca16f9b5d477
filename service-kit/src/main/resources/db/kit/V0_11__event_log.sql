-- The log itself: final bytes under final numbers. Rows are only ever added.
CREATE TABLE event_log (
    sequence      bigint      PRIMARY KEY CHECK (sequence >= 0),
    outbox_id     bigint      NOT NULL UNIQUE REFERENCES event_outbox (id),
    event_id      uuid        NOT NULL UNIQUE,
    type          text        NOT NULL,
    partition_key text        NOT NULL,
    division      text        NOT NULL,
    occurred_at   timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL DEFAULT now(),
    traceparent   text,
    bytes         bytea       NOT NULL CHECK (octet_length(bytes) <= 65535),
    leaf_hash     bytea       NOT NULL CHECK (leaf_hash = sha256('\x00'::bytea || bytes))
);

CREATE INDEX event_log_by_division ON event_log (division, sequence);
CREATE INDEX event_log_by_type ON event_log (type, sequence);

CREATE FUNCTION event_log_refuse_gaps() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    first_added bigint;
    last_added  bigint;
    added_rows  bigint;
BEGIN
    SELECT min(sequence), max(sequence), count(*) INTO first_added, last_added, added_rows FROM added;
    IF last_added - first_added + 1 <> added_rows
        OR first_added > 0 AND NOT EXISTS (SELECT FROM event_log WHERE sequence = first_added - 1)
    THEN
        RAISE EXCEPTION 'event_log has no gaps: % to % do not follow what is there', first_added, last_added
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER refuse_gaps AFTER INSERT ON event_log REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION event_log_refuse_gaps();

-- Complete interior nodes of the Merkle tree over the log, where a service keeps one (RFC 6962). Node (level, index)
-- covers the leaves from index * 2^level on; level 0 is event_log.leaf_hash.
CREATE TABLE merkle_node (
    level smallint NOT NULL CHECK (level BETWEEN 1 AND 62),
    index bigint   NOT NULL CHECK (index >= 0),
    hash  bytea    NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, index)
);

-- How far the work has come. Everything up to settled_outbox_id is in the log or will never exist.
CREATE TABLE event_sequencing (
    only_row          boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    settled_outbox_id bigint  NOT NULL DEFAULT 0
);
INSERT INTO event_sequencing DEFAULT VALUES;

CREATE TABLE event_publication (
    only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    next_sequence bigint  NOT NULL DEFAULT 0 CHECK (next_sequence >= 0)
);
INSERT INTO event_publication DEFAULT VALUES;

GRANT SELECT, INSERT ON event_log, merkle_node TO ${runtime_role};
GRANT SELECT, UPDATE (settled_outbox_id) ON event_sequencing TO ${runtime_role};
GRANT SELECT, UPDATE (next_sequence) ON event_publication TO ${runtime_role};
