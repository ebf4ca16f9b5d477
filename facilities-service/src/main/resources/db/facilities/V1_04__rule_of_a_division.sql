-- Each division counts the versions of its local rules on its own: a review under one says whose it is. Under the product's row it
-- says nothing, and neither do reviews from before.
ALTER TABLE planning_review
  ADD rule_division char(12),
  ADD CONSTRAINT a_local_rule_is_on_record FOREIGN KEY (rule_division, rule_id, rule_version) REFERENCES local_rule;
