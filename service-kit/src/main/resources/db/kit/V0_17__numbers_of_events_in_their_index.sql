-- Which number an event got is read from the index alone: what was known at a number looks it up for each entry. On a log of millions
-- the index is built before, CONCURRENTLY.
CREATE UNIQUE INDEX IF NOT EXISTS event_log_outbox_id_sequence ON event_log (outbox_id) INCLUDE (sequence);
ALTER TABLE event_log
  DROP CONSTRAINT event_log_outbox_id_key,
  ADD UNIQUE USING INDEX event_log_outbox_id_sequence;
