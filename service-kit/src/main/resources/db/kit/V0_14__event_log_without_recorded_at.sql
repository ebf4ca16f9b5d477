-- Nobody reads when a row was written, and what is neither read nor signed would be changed unseen.
ALTER TABLE event_log DROP COLUMN recorded_at;
