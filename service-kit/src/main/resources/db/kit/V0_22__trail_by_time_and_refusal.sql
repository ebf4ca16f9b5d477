-- Auditors read the trail in the order of time, ask for days, and for what was refused.
DROP INDEX audit_trail_subject, audit_trail_resource;
CREATE INDEX audit_trail_at ON audit_trail (at, id);
CREATE INDEX audit_trail_subject ON audit_trail (subject, at, id);
CREATE INDEX audit_trail_resource ON audit_trail (resource, at, id);
CREATE INDEX audit_trail_problem ON audit_trail (problem, at, id) WHERE problem IS NOT NULL;
