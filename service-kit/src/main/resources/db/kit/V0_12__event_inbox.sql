-- Which events have had their effect here. Written in the transaction of the effect.
CREATE TABLE event_inbox (
    event_id    uuid        PRIMARY KEY,
    type        text        NOT NULL,
    source      text        NOT NULL,
    sequence    bigint      NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now()
);

-- Events that could not have their effect yet, whole, so that a retry needs no broker. WAITING: names what is not
-- known yet. BEHIND: an earlier one of the same key is here. POISON: failed again and again, or cannot be read.
CREATE TABLE event_parked (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state           text        NOT NULL CHECK (state IN ('WAITING', 'BEHIND', 'POISON')),
    topic           text        NOT NULL,
    partition       integer     NOT NULL,
    record_offset   bigint      NOT NULL,
    record_key      text        NOT NULL,
    event_id        uuid        UNIQUE,
    type            text,
    traceparent     text,
    bytes           bytea       NOT NULL,
    reason          text        NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    failures        integer     NOT NULL DEFAULT 0,
    parked_at       timestamptz NOT NULL DEFAULT now(),
    next_attempt_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX event_parked_by_key ON event_parked (topic, record_key, id);
CREATE UNIQUE INDEX event_parked_unreadable_once ON event_parked (topic, partition, record_offset, md5(bytes))
    WHERE event_id IS NULL;

GRANT SELECT, INSERT ON event_inbox TO ${runtime_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON event_parked TO ${runtime_role};
