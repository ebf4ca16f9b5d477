-- Whoever is responsible has a term, as members and deputies have (Art. 34). Until now it began with the composition.
ALTER TABLE leading_group
  ADD COLUMN first_responsible_from    date,
  ADD COLUMN first_responsible_to      date,
  ADD COLUMN directly_responsible_from date,
  ADD COLUMN directly_responsible_to   date,
  DROP CONSTRAINT responsible_person_is_named;

UPDATE leading_group SET
  first_responsible_from    = CASE WHEN first_responsible IS NOT NULL THEN valid_from END,
  directly_responsible_from = CASE WHEN directly_responsible IS NOT NULL THEN valid_from END;

ALTER TABLE leading_group
  ADD CONSTRAINT responsible_person_is_named CHECK (CASE level
    WHEN 'COUNTY_LEVEL' THEN first_responsible IS NOT NULL
    WHEN 'TOWNSHIP_LEVEL' THEN directly_responsible IS NOT NULL
    ELSE true END) NOT VALID,
  ADD CONSTRAINT term_of_first_responsible CHECK (
    (first_responsible IS NULL) = (first_responsible_from IS NULL)
    AND (first_responsible_to IS NULL OR coalesce(first_responsible_to >= first_responsible_from, false))),
  ADD CONSTRAINT term_of_directly_responsible CHECK (
    (directly_responsible IS NULL) = (directly_responsible_from IS NULL)
    AND (directly_responsible_to IS NULL OR coalesce(directly_responsible_to >= directly_responsible_from, false)));

GRANT UPDATE (first_responsible_from, first_responsible_to, directly_responsible_from, directly_responsible_to)
  ON leading_group TO ${runtime_role};
