-- An exit covers placements of one application (Art. 5): one of them, or all that a whole application still has in the
-- territory of who proposes it.
DROP TRIGGER exit_is_carried_out ON placement;
DROP TRIGGER exit_is_carried_out ON exit_proposal;
DROP FUNCTION exit_is_carried_out;
DROP TRIGGER exit_is_voted ON exit_proposal;
DROP TRIGGER exit_is_final ON exit_proposal;
DROP TRIGGER assessment_is_final ON exit_proposal;
DROP TRIGGER position_is_final ON exit_proposal;
DROP INDEX exit_proposal_open, exit_proposal_placement;
ALTER TABLE placement ADD UNIQUE (id, application_id);
ALTER TABLE exit_proposal
  DROP CONSTRAINT other_side_heard,
  ADD application_id    uuid REFERENCES task_application,
  -- Whose communities it covers: a community itself, or a division above several.
  ADD territory         char(12),
  ADD communities       int NOT NULL DEFAULT 1 CHECK (communities > 0),
  -- From which share of the communities on, whose residents reject the task, it is generally rejected.
  ADD communities_share numeric(5, 2) CHECK (communities_share BETWEEN 0 AND 100),
  ADD communities_rule  varchar(90);

CREATE TABLE exit_proposal_placement (
  exit_id         uuid    NOT NULL,
  placement_id    uuid    NOT NULL,
  application_id  uuid    NOT NULL,
  -- The task was in the community by the day of the proposal: its residents are asked.
  entered         boolean NOT NULL,
  -- Nothing is decided on it yet; a placement is in one proposal at a time.
  open            boolean NOT NULL DEFAULT true,
  -- The residents' assessment.
  held_on         date,
  ballots         int           CHECK (ballots > 0),
  rejecting       int           CHECK (rejecting >= 0 AND rejecting <= ballots),
  rejection_share numeric(5, 2) CHECK (rejection_share BETWEEN 0 AND 100),
  rejection_rule  varchar(90),
  -- They do not reject it generally: it stays in this community, whatever becomes of the others.
  kept            boolean GENERATED ALWAYS AS
    (held_on IS NOT NULL AND 100 * rejecting < rejection_share * ballots) STORED NOT NULL,
  -- What the community says, where it did not propose the exit.
  position        varchar(20)   CHECK (position IN ('AGREES', 'DISAGREES')),
  statement       varchar(2000),
  stated_by       varchar(200),
  stated_on       date,
  PRIMARY KEY (exit_id, placement_id),
  FOREIGN KEY (placement_id, application_id) REFERENCES placement (id, application_id),
  CHECK (num_nulls(held_on, ballots, rejecting, rejection_share, rejection_rule) IN (0, 5)),
  CHECK (num_nulls(position, statement, stated_by, stated_on) IN (0, 4)),
  CONSTRAINT asked_where_it_entered CHECK (entered OR held_on IS NULL),
  CONSTRAINT kept_is_not_covered CHECK (NOT (kept AND open))
);

UPDATE exit_proposal e SET application_id = p.application_id, territory = p.community, communities_share = 50,
  communities_rule = 'exit.rejecting-communities@1' FROM placement p WHERE p.id = e.placement_id;
INSERT INTO exit_proposal_placement (exit_id, placement_id, application_id, entered, open, held_on, ballots, rejecting,
  rejection_share, rejection_rule, position, statement, stated_by, stated_on)
  SELECT id, placement_id, application_id, true, stage IN ('PROPOSED', 'ASSESSED'), held_on, ballots, rejecting,
    rejection_share, rejection_rule,
    CASE side WHEN 'DEPARTMENT' THEN position END, CASE side WHEN 'DEPARTMENT' THEN statement END,
    CASE side WHEN 'DEPARTMENT' THEN stated_by END, CASE side WHEN 'DEPARTMENT' THEN stated_on END
  FROM exit_proposal;
-- What stays at the proposal is the department's position.
UPDATE exit_proposal SET position = NULL, statement = NULL, stated_by = NULL, stated_on = NULL WHERE side = 'DEPARTMENT';

ALTER TABLE placement DROP CONSTRAINT placement_exit_id_id_fkey;
ALTER TABLE exit_proposal
  DROP placement_id, DROP held_on, DROP ballots, DROP rejecting, DROP rejection_share, DROP rejection_rule,
  ALTER application_id SET NOT NULL, ALTER territory SET NOT NULL,
  ALTER communities_share SET NOT NULL, ALTER communities_rule SET NOT NULL,
  DROP CONSTRAINT exit_proposal_side_check,
  ADD CONSTRAINT exit_proposal_side_check CHECK (side IN ('COMMUNITY', 'DEPARTMENT', 'OFFICE')),
  ALTER communities DROP DEFAULT,
  ADD CONSTRAINT community_of_its_own CHECK (side <> 'COMMUNITY' OR communities = 1),
  ADD CONSTRAINT proposer_has_spoken CHECK (side <> 'DEPARTMENT' OR position IS NULL),
  ADD UNIQUE (id, application_id);
ALTER TABLE exit_proposal_placement
  ADD FOREIGN KEY (exit_id, application_id) REFERENCES exit_proposal (id, application_id);
ALTER TABLE placement ADD FOREIGN KEY (exit_id, id) REFERENCES exit_proposal_placement (exit_id, placement_id);
CREATE UNIQUE INDEX exit_proposal_open ON exit_proposal_placement (placement_id) WHERE open;
CREATE INDEX exit_proposal_placement_placement ON exit_proposal_placement (placement_id, exit_id);
CREATE INDEX exit_proposal_application ON exit_proposal (application_id, id);
CREATE INDEX exit_proposal_undecided ON exit_proposal (id) WHERE stage IN ('PROPOSED', 'ASSESSED');
CREATE INDEX placement_exit ON placement (exit_id) WHERE exit_id IS NOT NULL;
GRANT SELECT, INSERT ON exit_proposal_placement TO ${runtime_role};
GRANT UPDATE (open, held_on, ballots, rejecting, rejection_share, rejection_rule, position, statement, stated_by,
  stated_on) ON exit_proposal_placement TO ${runtime_role};

-- Who proposes for an office acts as applicant.
ALTER TABLE exit_participant
  DROP CONSTRAINT exit_participant_capacity_check,
  ADD CONSTRAINT exit_participant_capacity_check
    CHECK (capacity IN ('APPLICANT', 'COMMUNITY', 'DEPARTMENT', 'OFFICE', 'MEMBER'));

-- What a proposal covers is settled when it is proposed, and lies in its territory.
CREATE FUNCTION exit_covers_its_territory() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  covered bigint;
  inside  bigint;
BEGIN
  SELECT count(*), count(*) FILTER (WHERE p.community = NEW.territory OR EXISTS (
      SELECT 1 FROM division_ancestry a WHERE a.descendant = p.community AND a.ancestor = NEW.territory))
    INTO covered, inside
    FROM exit_proposal_placement c JOIN placement p ON p.id = c.placement_id WHERE c.exit_id = NEW.id;
  IF covered <> NEW.communities OR inside <> covered THEN
    RAISE EXCEPTION 'exit % does not cover what its proposer may propose', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER exit_covers_its_territory AFTER INSERT ON exit_proposal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION exit_covers_its_territory();
CREATE FUNCTION exit_covers_no_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM exit_proposal e WHERE e.id IN (SELECT exit_id FROM added)
             AND (SELECT count(*) FROM exit_proposal_placement c WHERE c.exit_id = e.id) > e.communities) THEN
    RAISE EXCEPTION 'what an exit covers is settled when it is proposed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER exit_covers_no_more AFTER INSERT ON exit_proposal_placement REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION exit_covers_no_more();

-- Without general rejection by the residents nothing is decided, nor before everybody was heard or let their time pass.
CREATE FUNCTION exit_is_generally_rejected() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked     bigint;
  rejecting bigint;
  kept      bigint;
BEGIN
  SELECT count(*), count(*) FILTER (WHERE c.held_on IS NOT NULL AND NOT c.kept), count(*) FILTER (WHERE c.kept)
    INTO asked, rejecting, kept FROM exit_proposal_placement c WHERE c.exit_id = NEW.id AND c.entered;
  IF NEW.stage <> 'NOT_REJECTED' AND 100 * rejecting < NEW.communities_share * asked THEN
    RAISE EXCEPTION 'the residents do not generally reject the task of exit %', NEW.id USING ERRCODE = 'check_violation';
  ELSIF NEW.stage = 'NOT_REJECTED' AND 100 * (asked - kept) >= NEW.communities_share * asked THEN
    RAISE EXCEPTION 'the residents may still reject the task of exit %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER exit_is_generally_rejected AFTER INSERT OR UPDATE ON exit_proposal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stage IN ('ASSESSED', 'APPROVED', 'DECLINED', 'NOT_REJECTED'))
  EXECUTE FUNCTION exit_is_generally_rejected();
CREATE FUNCTION exit_is_heard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.side <> 'DEPARTMENT' AND NEW.position IS NULL)
     OR (NEW.side <> 'COMMUNITY' AND EXISTS (SELECT 1 FROM exit_proposal_placement c
           WHERE c.exit_id = NEW.id AND NOT c.kept AND c.position IS NULL)) THEN
    RAISE EXCEPTION 'not everybody was heard on exit %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER exit_is_heard AFTER INSERT OR UPDATE ON exit_proposal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.decided_on <= NEW.position_by) EXECUTE FUNCTION exit_is_heard();

-- No task leaves without an approved exit, no approved exit leaves one of its tasks where it was, and both hold for ever.
CREATE FUNCTION exit_is_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM exit_proposal e JOIN exit_proposal_placement c ON c.exit_id = e.id
                 WHERE e.id = NEW.exit_id AND c.placement_id = NEW.id AND NOT c.kept
                   AND e.stage = 'APPROVED' AND e.decided_on = NEW.exited_on) THEN
    RAISE EXCEPTION 'an exit is approved and its task leaves at the same time' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER exit_is_approved AFTER INSERT OR UPDATE ON placement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stage = 'EXITED') EXECUTE FUNCTION exit_is_approved();
CREATE FUNCTION exit_is_carried_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM exit_proposal_placement c JOIN placement p ON p.id = c.placement_id
             WHERE c.exit_id = NEW.id AND NOT c.kept
               AND (p.exit_id, p.exited_on) IS DISTINCT FROM (NEW.id, NEW.decided_on)) THEN
    RAISE EXCEPTION 'an exit is approved and its task leaves at the same time' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER exit_is_carried_out AFTER INSERT OR UPDATE ON exit_proposal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stage = 'APPROVED') EXECUTE FUNCTION exit_is_carried_out();
CREATE CONSTRAINT TRIGGER exit_is_voted AFTER INSERT OR UPDATE ON exit_proposal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stage IN ('APPROVED', 'DECLINED'))
  EXECUTE FUNCTION exit_is_voted();

-- What ends, ends for everything that it covers.
CREATE FUNCTION exit_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE exit_proposal_placement SET open = false WHERE exit_id = NEW.id AND open;
  RETURN NULL;
END $$;
CREATE TRIGGER exit_ends AFTER UPDATE OF stage ON exit_proposal
  FOR EACH ROW WHEN (NEW.stage NOT IN ('PROPOSED', 'ASSESSED')) EXECUTE FUNCTION exit_ends();
CREATE FUNCTION covered_until_the_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.open OR NOT (NEW.kept OR EXISTS (
       SELECT 1 FROM exit_proposal e WHERE e.id = NEW.exit_id AND e.stage NOT IN ('PROPOSED', 'ASSESSED'))) THEN
    RAISE EXCEPTION 'exit % covers what it covers until it ends', NEW.exit_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER covered_until_the_end AFTER UPDATE ON exit_proposal_placement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.open <> NEW.open) EXECUTE FUNCTION covered_until_the_end();

-- What was said, decided, or ended otherwise, stays as it is.
CREATE TRIGGER exit_is_final BEFORE UPDATE ON exit_proposal
  FOR EACH ROW WHEN (OLD.stage NOT IN ('PROPOSED', 'ASSESSED')) EXECUTE FUNCTION exit_is_final();
CREATE TRIGGER position_is_final BEFORE UPDATE ON exit_proposal
  FOR EACH ROW WHEN (OLD.position IS NOT NULL
    AND (NEW.position, NEW.statement, NEW.stated_by, NEW.stated_on)
      IS DISTINCT FROM (OLD.position, OLD.statement, OLD.stated_by, OLD.stated_on))
  EXECUTE FUNCTION exit_is_final();
CREATE FUNCTION said_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is on record of exit % stays', OLD.exit_id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER assessment_is_final BEFORE UPDATE ON exit_proposal_placement
  FOR EACH ROW WHEN ((OLD.held_on IS NOT NULL OR NOT OLD.open)
    AND (NEW.held_on, NEW.ballots, NEW.rejecting, NEW.rejection_share, NEW.rejection_rule)
      IS DISTINCT FROM (OLD.held_on, OLD.ballots, OLD.rejecting, OLD.rejection_share, OLD.rejection_rule))
  EXECUTE FUNCTION said_is_final();
CREATE TRIGGER position_is_final BEFORE UPDATE ON exit_proposal_placement
  FOR EACH ROW WHEN ((OLD.position IS NOT NULL OR NOT OLD.open)
    AND (NEW.position, NEW.statement, NEW.stated_by, NEW.stated_on)
      IS DISTINCT FROM (OLD.position, OLD.statement, OLD.stated_by, OLD.stated_on))
  EXECUTE FUNCTION said_is_final();
