-- Community social organisations on both tracks (Art. 23), bodies that departments set up in a community (Art. 6), incubation
-- (Art. 24) and supervision (Art. 26).
CREATE TABLE organisation (
  id                    uuid          PRIMARY KEY,
  community             char(12)      NOT NULL,
  name_zh               varchar(128)  NOT NULL,
  kind                  varchar(30)   NOT NULL CHECK (kind IN ('SOCIAL_ASSOCIATION', 'PRIVATE_NON_ENTERPRISE')),
  category              varchar(30)   CHECK (category IN
    ('PUBLIC_INTEREST_SERVICE', 'SOCIAL_AFFAIRS', 'CULTURE_AND_SPORTS', 'CHARITY_AND_RELIEF', 'RIGHTS_PROTECTION')),
  track                 varchar(10)   NOT NULL CHECK (track IN ('FILED', 'REGISTERED')),
  stage                 varchar(12)   NOT NULL CHECK (stage IN
    ('APPLIED', 'INCUBATING', 'FILED', 'REGISTERED', 'SUSPENDED', 'DEREGISTERED', 'DECLINED')),
  individual_members    int           NOT NULL CHECK (individual_members >= 0),
  institutional_members int           NOT NULL CHECK (institutional_members >= 0),
  capital               numeric(19,2) NOT NULL CHECK (capital >= 0),
  head                  uuid          NOT NULL,
  head_post             varchar(10)   CHECK (head_post IN ('DIRECTOR', 'DEPUTY')),
  head_exception        varchar(2000),
  set_up_by             char(18)      REFERENCES department,
  vertically_managed    boolean       NOT NULL,
  basis_kind            varchar(30)   CHECK (basis_kind IN
    ('PARTY_CONSTITUTION', 'LAW', 'ADMINISTRATIVE_REGULATION', 'LOCAL_REGULATION')),
  basis_citation        varchar(400),
  applied_by            varchar(200)  NOT NULL,
  applied_on            date          NOT NULL,
  filed_by              varchar(200),
  filed_on              date,
  declined_by           varchar(200),
  declined_on           date,
  declination           varchar(2000),
  supervision_id        uuid,
  version               int           NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((basis_kind IS NULL) = (basis_citation IS NULL)),
  CHECK ((filed_by IS NULL) = (filed_on IS NULL)),
  CHECK (num_nulls(declined_by, declined_on, declination) = CASE stage WHEN 'DECLINED' THEN 0 ELSE 3 END),
  CONSTRAINT only_five_kinds_are_filed CHECK (track <> 'FILED' OR category IS NOT NULL),
  CONSTRAINT track_fits_stage CHECK (CASE stage WHEN 'FILED' THEN track = 'FILED' AND filed_on IS NOT NULL
                                                WHEN 'REGISTERED' THEN track = 'REGISTERED' ELSE true END),
  CONSTRAINT vertical_body_rests_on_law CHECK (NOT vertically_managed
    OR set_up_by IS NOT NULL AND coalesce(basis_kind, 'PARTY_CONSTITUTION') <> 'PARTY_CONSTITUTION'),
  CONSTRAINT committee_heads_by_exception CHECK (set_up_by IS NULL OR head_post IS NULL OR head_exception IS NOT NULL)
);
CREATE INDEX organisation_community ON organisation (community, id);
-- One application or organisation of a name in a community; what was declined or struck off gives its name free.
CREATE UNIQUE INDEX organisation_name ON organisation (community, name_zh) WHERE stage NOT IN ('DECLINED', 'DEREGISTERED');
GRANT SELECT, INSERT ON organisation TO ${runtime_role};
GRANT UPDATE (track, stage, individual_members, institutional_members, capital, filed_by, filed_on, declined_by, declined_on,
  declination, supervision_id, version) ON organisation TO ${runtime_role};

-- The register of the district: what was required on that day and what was found, and under which rows of the rulebook. Local
-- rules may ask for more than Art. 23 and never for less.
CREATE TABLE organisation_registration (
  organisation_id       uuid          PRIMARY KEY REFERENCES organisation,
  credit_code           char(18)      NOT NULL UNIQUE CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  division              char(12)      NOT NULL,
  individual_members    int           NOT NULL,
  institutional_members int           NOT NULL,
  members_required      int,
  members_rule          varchar(90),
  capital               numeric(19,2) NOT NULL,
  capital_required      numeric(19,2) NOT NULL,
  capital_rule          varchar(90)   NOT NULL,
  registered_by         varchar(200)  NOT NULL,
  registered_on         date          NOT NULL,
  CHECK ((members_required IS NULL) = (members_rule IS NULL)),
  CONSTRAINT members_by_their_sorts CHECK (CASE
    WHEN members_rule IS NULL THEN true
    WHEN institutional_members = 0 THEN members_rule LIKE 'organisation.individual-members@%' AND members_required >= 20
    WHEN individual_members = 0 THEN members_rule LIKE 'organisation.institutional-members@%' AND members_required >= 10
    ELSE members_rule LIKE 'organisation.mixed-members@%' AND members_required >= 30 END),
  CONSTRAINT capital_by_kind CHECK (CASE
    WHEN members_rule IS NULL THEN capital_rule LIKE 'organisation.non-enterprise-capital@%' AND capital_required >= 10000
    ELSE capital_rule LIKE 'organisation.association-capital@%' AND capital_required >= 5000 END),
  CONSTRAINT members_suffice CHECK (individual_members + institutional_members >= members_required),
  CONSTRAINT capital_suffices CHECK (capital >= capital_required)
);
GRANT SELECT, INSERT ON organisation_registration TO ${runtime_role};

-- An organisation is taken into a base once, where it pays nothing for the venue (Art. 24); registration within the
-- term is its graduation. Past its term it is over, whether or not anything was written down.
CREATE TABLE organisation_incubation (
  organisation_id uuid          PRIMARY KEY REFERENCES organisation,
  base            varchar(200)  NOT NULL,
  venue_fee       numeric(19,2) NOT NULL,
  support         varchar(2000) NOT NULL,
  starts_on       date          NOT NULL,
  ends_on         date          NOT NULL CHECK (ends_on >= starts_on),
  taken_in_by     varchar(200)  NOT NULL,
  outcome         varchar(10)   CHECK (outcome IN ('GRADUATED', 'ENDED')),
  concluded_on    date,
  CHECK ((outcome IS NULL) = (concluded_on IS NULL)),
  CONSTRAINT concluded_in_its_term CHECK (concluded_on BETWEEN starts_on AND ends_on),
  CONSTRAINT venue_is_free CHECK (venue_fee = 0)
);
GRANT SELECT ON organisation_incubation TO ${runtime_role};
GRANT INSERT (organisation_id, base, venue_fee, support, starts_on, ends_on, taken_in_by) ON organisation_incubation
  TO ${runtime_role};
GRANT UPDATE (outcome, concluded_on) ON organisation_incubation TO ${runtime_role};

-- What was done in supervision, to an organisation or to a named body that is on no register.
CREATE TABLE supervision_action (
  id              uuid          PRIMARY KEY,
  kind            varchar(20)   NOT NULL CHECK (kind IN
    ('JOINT_ACTION', 'REGULATORY_TALK', 'RECTIFICATION', 'SUSPENSION', 'RESTORATION', 'EXIT', 'ILLEGAL_ORGANISATION')),
  community       char(12)      NOT NULL,
  organisation_id uuid          REFERENCES organisation,
  body_name       varchar(128),
  grounds         varchar(4000) NOT NULL,
  taken_by        varchar(200)  NOT NULL,
  taken_on        date          NOT NULL,
  due_on          date,
  result          varchar(4000),
  concluded_by    varchar(200),
  concluded_on    date,
  made_in         xid8          NOT NULL DEFAULT pg_current_xact_id(),
  UNIQUE (id, organisation_id),
  CHECK ((kind = 'ILLEGAL_ORGANISATION') = (organisation_id IS NULL)),
  CHECK ((organisation_id IS NULL) = (body_name IS NOT NULL)),
  CONSTRAINT rectification_has_a_deadline CHECK ((kind = 'RECTIFICATION') = (due_on IS NOT NULL)),
  CHECK (due_on >= taken_on),
  CHECK (num_nulls(result, concluded_by, concluded_on) IN (0, 3)),
  CHECK (kind IN ('RECTIFICATION', 'ILLEGAL_ORGANISATION') OR concluded_on IS NULL)
);
CREATE INDEX supervision_action_community ON supervision_action (community, id);
CREATE INDEX supervision_action_organisation ON supervision_action (organisation_id, id);
CREATE INDEX supervision_action_due ON supervision_action (due_on, id) WHERE concluded_on IS NULL;
GRANT SELECT ON supervision_action TO ${runtime_role};
GRANT INSERT (id, kind, community, organisation_id, body_name, grounds, taken_by, taken_on, due_on) ON supervision_action
  TO ${runtime_role};
GRANT UPDATE (result, concluded_by, concluded_on) ON supervision_action TO ${runtime_role};
ALTER TABLE organisation ADD FOREIGN KEY (supervision_id, id) REFERENCES supervision_action (id, organisation_id);

CREATE TABLE supervision_participant (
  action_id  uuid     NOT NULL REFERENCES supervision_action,
  department char(18) NOT NULL REFERENCES department,
  PRIMARY KEY (action_id, department)
);
GRANT SELECT, INSERT ON supervision_participant TO ${runtime_role};

-- The life of an organisation, step by step.
CREATE FUNCTION organisation_steps_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.stage <> 'APPLIED'
     OR TG_OP = 'UPDATE' AND (OLD.stage, NEW.stage) NOT IN (
       ('APPLIED', 'INCUBATING'), ('APPLIED', 'FILED'), ('APPLIED', 'REGISTERED'), ('APPLIED', 'DECLINED'),
       ('INCUBATING', 'FILED'), ('INCUBATING', 'REGISTERED'), ('INCUBATING', 'DECLINED'),
       ('FILED', 'REGISTERED'), ('FILED', 'SUSPENDED'), ('FILED', 'DEREGISTERED'),
       ('REGISTERED', 'SUSPENDED'), ('REGISTERED', 'DEREGISTERED'),
       ('SUSPENDED', 'FILED'), ('SUSPENDED', 'REGISTERED'), ('SUSPENDED', 'DEREGISTERED')) THEN
    RAISE EXCEPTION 'organisation % does not become %', NEW.id, NEW.stage USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organisation_begins BEFORE INSERT ON organisation
  FOR EACH ROW EXECUTE FUNCTION organisation_steps_on();
CREATE TRIGGER organisation_steps_on BEFORE UPDATE ON organisation
  FOR EACH ROW WHEN (OLD.stage <> NEW.stage) EXECUTE FUNCTION organisation_steps_on();
-- It is suspended, restored and struck off by an act that is recorded in the same transaction: an act moves it once, and nothing
-- else says that an act moved it.
CREATE FUNCTION organisation_moves_by_act() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moves boolean := OLD.stage <> NEW.stage AND (OLD.stage = 'SUSPENDED' OR NEW.stage IN ('SUSPENDED', 'DEREGISTERED'));
BEGIN
  IF moves <> (OLD.supervision_id IS DISTINCT FROM NEW.supervision_id)
     OR moves AND NOT EXISTS (SELECT 1 FROM supervision_action s
                              WHERE s.id = NEW.supervision_id AND s.made_in = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'organisation % moves by a new act of supervision', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organisation_moves_by_act BEFORE UPDATE ON organisation
  FOR EACH ROW EXECUTE FUNCTION organisation_moves_by_act();
-- Its track is decided when it is filed or registered; what is suspended therefore returns to where it was.
CREATE FUNCTION organisation_keeps_its_track() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.track <> OLD.track AND (NEW.track <> NEW.stage OR OLD.stage NOT IN ('APPLIED', 'INCUBATING', 'FILED'))
     OR (NEW.filed_by, NEW.filed_on) IS DISTINCT FROM (OLD.filed_by, OLD.filed_on)
        AND (NEW.stage <> 'FILED' OR OLD.stage NOT IN ('APPLIED', 'INCUBATING')) THEN
    RAISE EXCEPTION 'organisation % keeps its track', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organisation_keeps_its_track BEFORE UPDATE ON organisation
  FOR EACH ROW EXECUTE FUNCTION organisation_keeps_its_track();
CREATE FUNCTION organisation_is_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is on record of organisation % stays', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER organisation_is_over BEFORE UPDATE ON organisation
  FOR EACH ROW WHEN (OLD.stage IN ('DECLINED', 'DEREGISTERED')) EXECUTE FUNCTION organisation_is_over();

-- Stage, register, incubation and supervision say the same when a transaction ends.
CREATE FUNCTION organisation_agrees() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  o organisation;
  act varchar;
BEGIN
  SELECT * INTO o FROM organisation WHERE id = NEW.id;
  SELECT kind INTO act FROM supervision_action WHERE id = o.supervision_id;
  IF o.stage IN ('FILED', 'REGISTERED')
     AND (o.stage = 'REGISTERED') <> EXISTS (SELECT 1 FROM organisation_registration r WHERE r.organisation_id = o.id) THEN
    RAISE EXCEPTION 'organisation % is %, and the register says otherwise', o.id, o.stage USING ERRCODE = 'check_violation';
  END IF;
  IF (o.stage = 'INCUBATING') > EXISTS (SELECT 1 FROM organisation_incubation i WHERE i.organisation_id = o.id AND i.outcome IS NULL)
     OR o.stage IN ('REGISTERED', 'DECLINED', 'DEREGISTERED')
        AND EXISTS (SELECT 1 FROM organisation_incubation i WHERE i.organisation_id = o.id AND i.outcome IS NULL) THEN
    RAISE EXCEPTION 'the incubation of organisation % begins and ends with its stage', o.id USING ERRCODE = 'check_violation';
  END IF;
  IF o.stage = 'SUSPENDED' AND act IS DISTINCT FROM 'SUSPENSION' OR o.stage = 'DEREGISTERED' AND act IS DISTINCT FROM 'EXIT'
     OR o.stage IN ('FILED', 'REGISTERED') AND o.supervision_id IS NOT NULL AND act IS DISTINCT FROM 'RESTORATION' THEN
    RAISE EXCEPTION 'organisation % is % by no act of supervision', o.id, o.stage USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER organisation_agrees AFTER INSERT OR UPDATE ON organisation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION organisation_agrees();

-- An entry in the register is made when the organisation is registered, with the figures that it has and a code that is no
-- department's.
CREATE FUNCTION registration_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
       SELECT 1 FROM organisation o WHERE o.id = NEW.organisation_id AND o.stage = 'REGISTERED'
         AND (o.individual_members, o.institutional_members, o.capital)
           = (NEW.individual_members, NEW.institutional_members, NEW.capital)
         AND (o.kind = 'SOCIAL_ASSOCIATION') = (NEW.members_required IS NOT NULL)) THEN
    RAISE EXCEPTION 'organisation % is not registered so', NEW.organisation_id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM department d WHERE d.credit_code = NEW.credit_code) THEN
    RAISE EXCEPTION 'the credit code % is a department''s', NEW.credit_code USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER registration_is_true AFTER INSERT ON organisation_registration
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registration_is_true();

-- An incubation is of what is not registered yet, has one end, and graduation is registration within the term.
CREATE FUNCTION incubation_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = NEW.organisation_id AND o.stage IN ('INCUBATING', 'FILED')) THEN
    RAISE EXCEPTION 'organisation % is not taken in', NEW.organisation_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER incubation_begins AFTER INSERT ON organisation_incubation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION incubation_begins();
CREATE FUNCTION incubation_is_concluded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.outcome IS NOT NULL OR (NEW.outcome IS NOT DISTINCT FROM 'GRADUATED') <> EXISTS (
       SELECT 1 FROM organisation_registration r
       WHERE r.organisation_id = NEW.organisation_id AND r.registered_on <= NEW.ends_on) THEN
    RAISE EXCEPTION 'the incubation of organisation % does not end so', OLD.organisation_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incubation_is_concluded BEFORE UPDATE ON organisation_incubation
  FOR EACH ROW EXECUTE FUNCTION incubation_is_concluded();

-- Only what is on file or registered is supervised, and suspension, restoration and exit move it at the same time.
CREATE FUNCTION supervision_is_carried_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = NEW.organisation_id AND o.community = NEW.community
                 AND o.stage IN ('FILED', 'REGISTERED', 'SUSPENDED', 'DEREGISTERED')
                 AND (NEW.kind NOT IN ('SUSPENSION', 'RESTORATION', 'EXIT') OR o.supervision_id = NEW.id)) THEN
    RAISE EXCEPTION 'act % of supervision is not carried out', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER supervision_is_carried_out AFTER INSERT ON supervision_action
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.organisation_id IS NOT NULL)
  EXECUTE FUNCTION supervision_is_carried_out();
CREATE FUNCTION joint_action_is_joint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM supervision_participant p WHERE p.action_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'a joint action has several departments' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER joint_action_is_joint AFTER INSERT ON supervision_action
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'JOINT_ACTION') EXECUTE FUNCTION joint_action_is_joint();
CREATE FUNCTION supervision_is_concluded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'act % of supervision is concluded', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER supervision_is_concluded BEFORE UPDATE ON supervision_action
  FOR EACH ROW WHEN (OLD.concluded_on IS NOT NULL) EXECUTE FUNCTION supervision_is_concluded();
