-- Which days are told is kept as in every service; what was told stands in the event log.
INSERT INTO indicator_day (division, day) SELECT DISTINCT division, as_of FROM indicator_record ON CONFLICT DO NOTHING;
DROP TABLE indicator_record;
