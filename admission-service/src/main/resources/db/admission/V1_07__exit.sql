-- A task that works poorly and is generally rejected leaves a community (Art. 5).
CREATE TABLE exit_proposal (
  id              uuid          PRIMARY KEY,
  placement_id    uuid          NOT NULL REFERENCES placement,
  -- Whose group decides: that of the applicant's own level.
  division        char(12)      NOT NULL,
  stage           varchar(20)   NOT NULL CHECK (stage IN
    ('PROPOSED', 'ASSESSED', 'NOT_REJECTED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'OVERTAKEN')),
  side            varchar(20)   NOT NULL CHECK (side IN ('COMMUNITY', 'DEPARTMENT')),
  proposed_by     varchar(200)  NOT NULL,
  proposed_on     date          NOT NULL,
  effect          varchar(4000) NOT NULL,
  -- The other side: its position, or that it let its time pass.
  position_by     date          NOT NULL,
  position_rule   varchar(90)   NOT NULL,
  position        varchar(20)   CHECK (position IN ('AGREES', 'DISAGREES')),
  statement       varchar(2000),
  stated_by       varchar(200),
  stated_on       date,
  -- The residents' assessment.
  held_on         date,
  ballots         int           CHECK (ballots > 0),
  rejecting       int           CHECK (rejecting >= 0 AND rejecting <= ballots),
  rejection_share numeric(5, 2) CHECK (rejection_share BETWEEN 0 AND 100),
  rejection_rule  varchar(90),
  filing          varchar(20),
  decided_on      date,
  reason          varchar(2000),
  UNIQUE (id, placement_id),
  UNIQUE (division, filing),
  CHECK (position_by >= proposed_on),
  CHECK (num_nulls(position, statement, stated_by, stated_on) IN (0, 4)),
  CHECK (num_nulls(held_on, ballots, rejecting, rejection_share, rejection_rule) IN (0, 5)),
  CHECK (stage IN ('WITHDRAWN', 'OVERTAKEN') OR (stage = 'PROPOSED') = (held_on IS NULL)),
  -- Without general rejection by the residents nothing is decided.
  CONSTRAINT generally_rejected
    CHECK (stage NOT IN ('ASSESSED', 'APPROVED', 'DECLINED') OR 100 * rejecting >= rejection_share * ballots),
  CONSTRAINT not_rejected CHECK (stage <> 'NOT_REJECTED' OR 100 * rejecting < rejection_share * ballots),
  CHECK ((stage IN ('APPROVED', 'DECLINED')) = (decided_on IS NOT NULL)),
  -- The other side was heard, or let its time pass.
  CONSTRAINT other_side_heard CHECK (decided_on IS NULL OR position IS NOT NULL OR decided_on > position_by),
  CHECK ((stage = 'APPROVED') = (filing IS NOT NULL)),
  CHECK ((stage = 'WITHDRAWN') = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX exit_proposal_open ON exit_proposal (placement_id) WHERE stage IN ('PROPOSED', 'ASSESSED');
CREATE INDEX exit_proposal_placement ON exit_proposal (placement_id);
GRANT SELECT, INSERT ON exit_proposal TO ${runtime_role};
GRANT UPDATE (stage, position, statement, stated_by, stated_on, held_on, ballots, rejecting, rejection_share,
  rejection_rule, filing, decided_on, reason) ON exit_proposal TO ${runtime_role};

-- The last number in a group's file of a year; approvals take numbers one after another.
CREATE TABLE exit_filing (
  division char(12) NOT NULL,
  year     int      NOT NULL,
  last     int      NOT NULL CHECK (last > 0),
  PRIMARY KEY (division, year)
);
GRANT SELECT, INSERT ON exit_filing TO ${runtime_role};
GRANT UPDATE (last) ON exit_filing TO ${runtime_role};

-- The same person never acts in two capacities on one exit: the key says so.
CREATE TABLE exit_participant (
  exit_id  uuid         NOT NULL REFERENCES exit_proposal,
  person   varchar(200) NOT NULL,
  capacity varchar(20)  NOT NULL CHECK (capacity IN ('COMMUNITY', 'DEPARTMENT', 'OFFICE', 'MEMBER')),
  PRIMARY KEY (exit_id, person)
);
CREATE TABLE exit_vote (
  exit_id uuid        NOT NULL REFERENCES exit_proposal,
  round   int         NOT NULL CHECK (round = 1),
  voter   uuid        NOT NULL,
  ballot  varchar(10) NOT NULL CHECK (ballot IN ('FOR', 'AGAINST', 'ABSTAIN')),
  cast_at timestamptz NOT NULL,
  PRIMARY KEY (exit_id, round, voter)
);
CREATE TABLE exit_decision (
  exit_id       uuid        NOT NULL REFERENCES exit_proposal,
  round         int         NOT NULL CHECK (round = 1),
  outcome       varchar(10) NOT NULL CHECK (outcome IN ('FOR', 'REJECTED')),
  eligible      int         NOT NULL CHECK (eligible > 0),
  votes_for     int         NOT NULL CHECK (votes_for >= 0),
  votes_against int         NOT NULL CHECK (votes_against >= 0),
  abstained     int         NOT NULL CHECK (abstained >= 0),
  quorum_rule   varchar(90) NOT NULL,
  majority_rule varchar(90) NOT NULL,
  decided_on    date        NOT NULL,
  PRIMARY KEY (exit_id, round),
  CHECK (votes_for + votes_against + abstained <= eligible)
);
GRANT SELECT, INSERT ON exit_participant, exit_vote, exit_decision TO ${runtime_role};

-- A placement that left its community names the exit, which is one of this placement.
ALTER TABLE placement
  ADD exit_id   uuid,
  ADD exited_on date,
  DROP CONSTRAINT placement_stage_check,
  ADD CONSTRAINT placement_stage_check CHECK (stage IN ('AWAITING_FUNDS', 'ACTIVE', 'FUNDS_LAPSED', 'EXPIRED', 'EXITED')),
  ADD CHECK ((stage = 'EXITED') = (exit_id IS NOT NULL)),
  ADD CHECK ((stage = 'EXITED') = (exited_on IS NOT NULL)),
  ADD CHECK (exited_on BETWEEN valid_from AND valid_to),
  ADD FOREIGN KEY (exit_id, id) REFERENCES exit_proposal (id, placement_id);
DROP INDEX placement_ends;
CREATE INDEX placement_ends ON placement (valid_to, id) WHERE stage NOT IN ('EXPIRED', 'EXITED');
GRANT UPDATE (exit_id, exited_on) ON placement TO ${runtime_role};

-- No task leaves without an approved exit, no approved exit leaves its task where it was, and both hold for ever.
CREATE FUNCTION exit_is_carried_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM placement p JOIN exit_proposal e ON e.id = p.exit_id
                 WHERE p.id = (CASE TG_TABLE_NAME WHEN 'placement' THEN to_jsonb(NEW) ->> 'id'
                                                  ELSE to_jsonb(NEW) ->> 'placement_id' END)::uuid
                   AND e.stage = 'APPROVED' AND e.decided_on = p.exited_on
                   AND (TG_TABLE_NAME = 'placement' OR e.id = (to_jsonb(NEW) ->> 'id')::uuid)) THEN
    RAISE EXCEPTION 'an exit is approved and its task leaves at the same time' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER exit_is_carried_out AFTER INSERT OR UPDATE ON placement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stage = 'EXITED') EXECUTE FUNCTION exit_is_carried_out();
CREATE CONSTRAINT TRIGGER exit_is_carried_out AFTER INSERT OR UPDATE ON exit_proposal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stage = 'APPROVED') EXECUTE FUNCTION exit_is_carried_out();

-- The group decided, by its votes.
CREATE FUNCTION exit_is_voted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM exit_decision d WHERE d.exit_id = NEW.id
                 AND d.outcome = CASE NEW.stage WHEN 'APPROVED' THEN 'FOR' ELSE 'REJECTED' END) THEN
    RAISE EXCEPTION 'the group has not decided so on exit %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER exit_is_voted AFTER INSERT OR UPDATE ON exit_proposal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stage IN ('APPROVED', 'DECLINED'))
  EXECUTE FUNCTION exit_is_voted();

-- What was said, decided, or ended otherwise, stays as it is.
CREATE FUNCTION exit_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is on record of exit % stays', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER exit_is_final BEFORE UPDATE ON exit_proposal
  FOR EACH ROW WHEN (OLD.stage NOT IN ('PROPOSED', 'ASSESSED')) EXECUTE FUNCTION exit_is_final();
CREATE TRIGGER assessment_is_final BEFORE UPDATE ON exit_proposal
  FOR EACH ROW WHEN (OLD.held_on IS NOT NULL
    AND (NEW.held_on, NEW.ballots, NEW.rejecting, NEW.rejection_share, NEW.rejection_rule)
      IS DISTINCT FROM (OLD.held_on, OLD.ballots, OLD.rejecting, OLD.rejection_share, OLD.rejection_rule))
  EXECUTE FUNCTION exit_is_final();
CREATE TRIGGER position_is_final BEFORE UPDATE ON exit_proposal
  FOR EACH ROW WHEN (OLD.position IS NOT NULL
    AND (NEW.position, NEW.statement, NEW.stated_by, NEW.stated_on)
      IS DISTINCT FROM (OLD.position, OLD.statement, OLD.stated_by, OLD.stated_on))
  EXECUTE FUNCTION exit_is_final();
CREATE FUNCTION placement_is_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'placement % is out of its community', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER placement_is_out BEFORE UPDATE OF stage, exit_id, exited_on ON placement
  FOR EACH ROW WHEN (OLD.stage = 'EXITED' AND (NEW.stage, NEW.exit_id, NEW.exited_on)
    IS DISTINCT FROM (OLD.stage, OLD.exit_id, OLD.exited_on)) EXECUTE FUNCTION placement_is_out();
