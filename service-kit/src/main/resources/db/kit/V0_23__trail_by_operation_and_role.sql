-- Auditors ask who did one thing, and what was done in one role. An entry names an operation after the HTTP method.
CREATE INDEX audit_trail_operation ON audit_trail (split_part(operation, ' ', 2), at, id);
CREATE INDEX audit_trail_role ON audit_trail USING gin (string_to_array(roles, ' '));
