-- The keys that sign the log's checkpoints, one after another: public halves only. A key signs from signs_from until
-- its successor's previous_until. The row of a new key and the event that announces it are one transaction.
CREATE TABLE log_key (
    number         integer     PRIMARY KEY CHECK (number >= 0),
    key_hash       text        NOT NULL UNIQUE CHECK (key_hash ~ '^[0-9a-f]{8}$'),
    key            text        NOT NULL UNIQUE CHECK (split_part(key, '+', 2) = key_hash),
    signs_from     timestamptz NOT NULL,
    previous_until timestamptz CHECK (previous_until >= signs_from),
    event          bigint      UNIQUE REFERENCES event_outbox (id),
    CHECK ((number = 0) = (previous_until IS NULL)),
    CHECK ((number = 0) = (event IS NULL))
);

CREATE FUNCTION log_key_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.number = 0 THEN
        RETURN NEW;
    END IF;
    IF NEW.number <> (SELECT count(*) FROM log_key)
        OR EXISTS (SELECT FROM log_key WHERE signs_from > NEW.signs_from)
    THEN
        RAISE EXCEPTION 'log key % does not follow the keys that are there', NEW.key_hash
            USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (
        SELECT FROM event_outbox o
        WHERE o.id = NEW.event AND o.type ~ '\.log-key-rotated\.v[0-9]+$' AND o.data::jsonb ->> 'keyHash' = NEW.key_hash)
    THEN
        RAISE EXCEPTION 'log key % is not announced by event %', NEW.key_hash, NEW.event
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER follows BEFORE INSERT ON log_key FOR EACH ROW EXECUTE FUNCTION log_key_follows();

GRANT SELECT, INSERT ON log_key TO ${runtime_role};
GRANT SELECT ON SEQUENCE event_outbox_id_seq TO ${runtime_role};
