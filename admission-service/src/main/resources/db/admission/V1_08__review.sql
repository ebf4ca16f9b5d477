-- By when the group decides on an application, and what an application renews (Art. 5).
ALTER TABLE task_application
  ADD review_by   date,
  ADD review_rule varchar(90),
  ADD renews      uuid REFERENCES task_application;
-- Fifteen working days are three weeks.
UPDATE task_application SET review_by = submitted_on + 21, review_rule = 'admission.review-within@1'
  WHERE submitted_on IS NOT NULL;
ALTER TABLE task_application
  ADD CHECK (num_nulls(submitted_on, review_by, review_rule) IN (0, 3)),
  ADD CHECK (review_by >= submitted_on),
  ADD CHECK (renews <> id);
CREATE INDEX task_application_waiting ON task_application (review_by, id)
  WHERE stage IN ('SUBMITTED', 'ACCEPTED', 'DECIDED_FOR');
CREATE INDEX task_application_renews ON task_application (renews) WHERE renews IS NOT NULL;
