-- Awards and titles, and the one-vote vetoes that keep bodies from them (Art. 16, 30, 36).

-- What funding says of vetoes. One is in force from its first day to its last, or to the day before it was lifted.
CREATE TABLE veto (
  id         uuid        PRIMARY KEY,
  violation  uuid        NOT NULL,
  body       varchar(18) NOT NULL CHECK (body ~ '^([0-9]{12}|[0-9A-HJ-NPQRTUWXY]{18})$'),
  valid_from date        NOT NULL,
  valid_to   date        NOT NULL,
  rule       varchar(90) NOT NULL,
  lifted_on  date,
  CHECK (valid_to >= valid_from)
);
CREATE INDEX veto_body ON veto (body);
GRANT SELECT, INSERT ON veto TO ${runtime_role};
GRANT UPDATE (lifted_on) ON veto TO ${runtime_role};

CREATE FUNCTION veto_is_lifted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'veto % was lifted on %', OLD.id, OLD.lifted_on USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER veto_is_lifted BEFORE UPDATE ON veto
  FOR EACH ROW WHEN (OLD.lifted_on IS NOT NULL) EXECUTE FUNCTION veto_is_lifted();

-- A body and all whose place it has taken: it does not lose a veto with an old name. A subdistrict and its office are one.
CREATE FUNCTION same_body(body varchar) RETURNS SETOF varchar LANGUAGE sql STABLE AS $$
  WITH RECURSIVE same (code) AS (
    SELECT CAST(body AS varchar)
    UNION
    SELECT CAST(k.code AS varchar) FROM same s CROSS JOIN LATERAL (
      SELECT d.credit_code AS code FROM department d WHERE d.succeeded_by = s.code
      UNION ALL
      SELECT d.division FROM department d WHERE d.credit_code = s.code AND d.category = 'SUBDISTRICT_OFFICE'
      UNION ALL
      SELECT d.credit_code FROM department d WHERE d.division = s.code AND d.category = 'SUBDISTRICT_OFFICE'
    ) k
  )
  SELECT code FROM same
$$;
-- The other way round: a body and all who have taken its place, whom a veto of it keeps from awards.
CREATE FUNCTION barred_with(body varchar) RETURNS SETOF varchar LANGUAGE sql STABLE AS $$
  WITH RECURSIVE barred (code) AS (
    SELECT CAST(body AS varchar)
    UNION
    SELECT CAST(k.code AS varchar) FROM barred b CROSS JOIN LATERAL (
      SELECT d.succeeded_by AS code FROM department d WHERE d.credit_code = b.code AND d.succeeded_by IS NOT NULL
      UNION ALL
      SELECT d.division FROM department d WHERE d.credit_code = b.code AND d.category = 'SUBDISTRICT_OFFICE'
      UNION ALL
      SELECT d.credit_code FROM department d WHERE d.division = b.code AND d.category = 'SUBDISTRICT_OFFICE'
    ) k
  )
  SELECT code FROM barred
$$;
CREATE FUNCTION is_barred(nominee varchar, day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM veto v WHERE v.body IN (SELECT same_body(nominee))
    AND v.valid_from <= day AND v.valid_to >= day AND (v.lifted_on IS NULL OR v.lifted_on > day))
$$;
CREATE INDEX department_succeeded_by ON department (succeeded_by);

-- A nomination and the award that it becomes.
CREATE TABLE award (
  id           uuid          PRIMARY KEY,
  kind         varchar(30)   NOT NULL CHECK (kind IN
    ('COMMENDATION', 'HARMONIOUS_COMMUNITY', 'CIVILISED_COMMUNITY', 'SAFE_COMMUNITY', 'HAPPY_COMMUNITY')),
  -- Who gives it.
  division     char(12)      NOT NULL,
  year         int           NOT NULL CHECK (year BETWEEN 2011 AND 2999),
  title        varchar(200)  NOT NULL,
  -- Who gets it: a division, or a body, which stands at its place.
  nominee      varchar(18)   NOT NULL CHECK (nominee ~ '^([0-9]{12}|[0-9A-HJ-NPQRTUWXY]{18})$'),
  place        char(12)      NOT NULL,
  grounds      varchar(4000),
  stage        varchar(10)   NOT NULL CHECK (stage IN ('NOMINATED', 'GRANTED', 'DECLINED', 'CANCELLED', 'WITHDRAWN')),
  nominated_by varchar(200)  NOT NULL,
  nominated_on date          NOT NULL,
  granted_on   date          CHECK (granted_on >= nominated_on),
  ended_on     date          CHECK (ended_on >= coalesce(granted_on, nominated_on)),
  decided_by   varchar(200),
  reason       varchar(2000),
  veto         uuid          REFERENCES veto,
  -- A title is a community's, and what it rests on are the points of its campaign.
  CHECK ((kind = 'COMMENDATION') = (grounds IS NOT NULL)),
  CHECK (nominee = place OR kind = 'COMMENDATION' AND length(nominee) = 18),
  CHECK ((stage IN ('NOMINATED', 'GRANTED')) = (ended_on IS NULL)),
  CHECK (stage NOT IN ('NOMINATED', 'DECLINED') OR granted_on IS NULL),
  CHECK (stage NOT IN ('GRANTED', 'WITHDRAWN') OR granted_on IS NOT NULL),
  CHECK ((stage = 'CANCELLED') = (veto IS NOT NULL)),
  CHECK (stage <> 'WITHDRAWN' OR reason IS NOT NULL)
);
-- Of one award a nominee is judged once; what a veto cancelled does not count.
CREATE UNIQUE INDEX award_once ON award (division, year, kind, title, nominee) WHERE stage <> 'CANCELLED';
CREATE INDEX award_nominee ON award (nominee, id);
CREATE INDEX award_place ON award (place, id);
GRANT SELECT, INSERT ON award TO ${runtime_role};
GRANT UPDATE (stage, granted_on, ended_on, decided_by, reason, veto) ON award TO ${runtime_role};

CREATE FUNCTION award_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is on record of award % stays', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER award_is_final BEFORE UPDATE ON award
  FOR EACH ROW WHEN (OLD.stage IN ('DECLINED', 'CANCELLED', 'WITHDRAWN')
    OR OLD.stage = NEW.stage
    OR OLD.granted_on IS NOT NULL AND NEW.granted_on IS DISTINCT FROM OLD.granted_on)
  EXECUTE FUNCTION award_is_final();

-- Only what was given is withdrawn, and only a veto of the nominee cancels, what it reaches.
CREATE FUNCTION award_stage_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.stage = 'NOMINATED'
     AND (NEW.stage = 'WITHDRAWN' OR NEW.stage = 'CANCELLED' AND NEW.granted_on IS NOT NULL) THEN
    RAISE EXCEPTION 'award % was never given', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.stage = 'CANCELLED' AND NOT EXISTS (
       SELECT 1 FROM veto v WHERE v.id = NEW.veto AND v.body IN (SELECT same_body(NEW.nominee))
         AND CASE WHEN NEW.granted_on IS NULL THEN NEW.nominated_on <= v.valid_to
                  ELSE NEW.granted_on BETWEEN v.valid_from AND v.valid_to END) THEN
    RAISE EXCEPTION 'veto % does not reach award %', NEW.veto, NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_stage_follows BEFORE UPDATE OF stage ON award
  FOR EACH ROW EXECUTE FUNCTION award_stage_follows();

-- Nobody under a veto is nominated or gets anything (Art. 16).
CREATE FUNCTION award_needs_eligibility() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  day date := coalesce(NEW.granted_on, NEW.nominated_on);
BEGIN
  IF TG_OP = 'INSERT' AND NEW.stage <> 'NOMINATED' THEN
    RAISE EXCEPTION 'award % begins with a nomination', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  -- Today as well: the date on the row is only what its writer says.
  IF is_barred(NEW.nominee, day) OR is_barred(NEW.nominee, (now() AT TIME ZONE 'Asia/Shanghai')::date) THEN
    RAISE EXCEPTION '% is under a one-vote veto on %', NEW.nominee, day USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_needs_eligibility BEFORE INSERT ON award
  FOR EACH ROW EXECUTE FUNCTION award_needs_eligibility();
CREATE TRIGGER granted_award_needs_eligibility BEFORE UPDATE ON award
  FOR EACH ROW WHEN (OLD.granted_on IS NULL AND NEW.granted_on IS NOT NULL)
  EXECUTE FUNCTION award_needs_eligibility();
-- Nor is it commended for what the unified evaluation found (Art. 7, 16).
CREATE FUNCTION commendation_needs_eligibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM evaluation_result r WHERE r.id = NEW.result_id
             AND (is_barred(r.community, NEW.commended_on)
               OR is_barred(r.community, (now() AT TIME ZONE 'Asia/Shanghai')::date))) THEN
    RAISE EXCEPTION 'the community of result % is under a one-vote veto', NEW.result_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER commendation_needs_eligibility BEFORE INSERT ON evaluation_commendation
  FOR EACH ROW EXECUTE FUNCTION commendation_needs_eligibility();

-- A veto and the end of what it bars come together.
CREATE FUNCTION veto_ends_awards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM award a WHERE a.nominee IN (SELECT barred_with(NEW.body))
             AND (a.stage = 'NOMINATED' AND a.nominated_on <= NEW.valid_to
                  OR a.stage = 'GRANTED' AND a.granted_on BETWEEN NEW.valid_from AND NEW.valid_to)) THEN
    RAISE EXCEPTION 'veto % leaves an award of % as it is', NEW.id, NEW.body USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER veto_ends_awards AFTER INSERT ON veto
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION veto_ends_awards();

-- The campaigns of Art. 30: one of each kind for a division and year, with its criteria.
CREATE TABLE campaign (
  id              uuid         PRIMARY KEY,
  kind            varchar(10)  NOT NULL CHECK (kind IN ('HARMONIOUS', 'CIVILISED', 'SAFE', 'HAPPY')),
  division        char(12)     NOT NULL,
  year            int          NOT NULL CHECK (year BETWEEN 2011 AND 2999),
  title           varchar(200) NOT NULL,
  points          int          NOT NULL,
  points_required int          NOT NULL CHECK (points_required BETWEEN 1 AND points),
  assess_by       date         NOT NULL,
  opened_by       varchar(200) NOT NULL,
  opened_on       date         NOT NULL,
  UNIQUE (division, kind, year),
  CHECK (assess_by >= opened_on)
);
GRANT SELECT, INSERT ON campaign TO ${runtime_role};

CREATE TABLE campaign_criterion (
  campaign_id uuid         NOT NULL REFERENCES campaign,
  number      int          NOT NULL CHECK (number BETWEEN 1 AND 100),
  title       varchar(200) NOT NULL,
  points      int          NOT NULL CHECK (points BETWEEN 1 AND 1000),
  PRIMARY KEY (campaign_id, number),
  UNIQUE (campaign_id, number, points)
);
GRANT SELECT, INSERT ON campaign_criterion TO ${runtime_role};

-- What a campaign asks for is fixed when it is opened.
CREATE FUNCTION criteria_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(c.points) FROM campaign_criterion c WHERE c.campaign_id = NEW.campaign_id)
     <> (SELECT c.points FROM campaign c WHERE c.id = NEW.campaign_id) THEN
    RAISE EXCEPTION 'the criteria of campaign % do not add up', NEW.campaign_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER criteria_add_up AFTER INSERT ON campaign_criterion
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION criteria_add_up();

-- A community in a campaign: it assesses itself, and another person reviews.
CREATE TABLE campaign_entry (
  id          uuid         PRIMARY KEY REFERENCES award,
  campaign_id uuid         NOT NULL REFERENCES campaign,
  assessed_by varchar(200) NOT NULL,
  reviewed_by varchar(200),
  reviewed_on date,
  UNIQUE (id, campaign_id),
  CHECK ((reviewed_by IS NULL) = (reviewed_on IS NULL)),
  CONSTRAINT never_one_person CHECK (reviewed_by <> assessed_by)
);
CREATE INDEX campaign_entry_campaign ON campaign_entry (campaign_id, id);
GRANT SELECT, INSERT ON campaign_entry TO ${runtime_role};
GRANT UPDATE (reviewed_by, reviewed_on) ON campaign_entry TO ${runtime_role};

CREATE FUNCTION entry_is_reviewed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entry % is reviewed', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER entry_is_reviewed BEFORE UPDATE ON campaign_entry
  FOR EACH ROW WHEN (OLD.reviewed_by IS NOT NULL) EXECUTE FUNCTION entry_is_reviewed();

-- Its points for each criterion, of which none counts more than the campaign says.
CREATE TABLE campaign_points (
  entry_id    uuid          NOT NULL,
  campaign_id uuid          NOT NULL,
  criterion   int           NOT NULL,
  most        int           NOT NULL,
  claimed     int           NOT NULL CHECK (claimed BETWEEN 0 AND most),
  evidence    varchar(2000) NOT NULL,
  found       int           CHECK (found BETWEEN 0 AND most),
  PRIMARY KEY (entry_id, criterion),
  FOREIGN KEY (entry_id, campaign_id) REFERENCES campaign_entry (id, campaign_id),
  FOREIGN KEY (campaign_id, criterion, most) REFERENCES campaign_criterion (campaign_id, number, points)
);
GRANT SELECT, INSERT ON campaign_points TO ${runtime_role};
GRANT UPDATE (found) ON campaign_points TO ${runtime_role};

CREATE FUNCTION points_are_found() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the points of entry % for criterion % are found', OLD.entry_id, OLD.criterion
    USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER points_are_found BEFORE UPDATE ON campaign_points
  FOR EACH ROW WHEN (OLD.found IS NOT NULL) EXECUTE FUNCTION points_are_found();

-- The points found decide on a title, and nothing else does (Art. 30).
CREATE FUNCTION title_rests_on_points() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reached boolean;
BEGIN
  SELECT CASE WHEN count(p.found) = (SELECT count(*) FROM campaign_criterion k WHERE k.campaign_id = c.id)
              THEN sum(p.found) >= c.points_required END
    INTO reached
    FROM campaign_entry e
    JOIN campaign c ON c.id = e.campaign_id
    JOIN campaign_points p ON p.entry_id = e.id
    WHERE e.id = NEW.id AND e.reviewed_on IS NOT NULL
      AND c.division = NEW.division AND c.year = NEW.year AND NEW.kind = c.kind || '_COMMUNITY'
    GROUP BY c.id, c.points_required;
  IF reached IS DISTINCT FROM (NEW.stage = 'GRANTED') THEN
    RAISE EXCEPTION 'the points of entry % do not lead to %', NEW.id, NEW.stage USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER title_rests_on_points BEFORE UPDATE OF stage ON award
  FOR EACH ROW WHEN (NEW.kind <> 'COMMENDATION' AND OLD.stage = 'NOMINATED' AND NEW.stage IN ('GRANTED', 'DECLINED'))
  EXECUTE FUNCTION title_rests_on_points();
