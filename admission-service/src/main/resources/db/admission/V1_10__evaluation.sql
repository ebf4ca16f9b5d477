-- What must be evaluated is asked for in time, rests on a document from above, and is merged into one evaluation (Art. 7).
CREATE TABLE unified_evaluation (
  division     char(12)     NOT NULL,
  year         int          NOT NULL CHECK (year BETWEEN 2012 AND 2999),
  opened_on    date         NOT NULL,
  -- The days on which communities are visited.
  window_from  date,
  window_to    date,
  scheduled_by varchar(200),
  version      int          NOT NULL DEFAULT 0,
  PRIMARY KEY (division, year),
  CHECK (num_nulls(window_from, window_to, scheduled_by) IN (0, 3)),
  CHECK (window_to >= window_from),
  CHECK (extract(year FROM window_from) = year AND extract(year FROM window_to) = year)
);
GRANT SELECT, INSERT ON unified_evaluation TO ${runtime_role};
GRANT UPDATE (window_from, window_to, scheduled_by, version) ON unified_evaluation TO ${runtime_role};

CREATE TABLE evaluation_request (
  id                 uuid          PRIMARY KEY,
  year               int           NOT NULL CHECK (year BETWEEN 2012 AND 2999),
  department         char(18)      NOT NULL REFERENCES department,
  -- Whose group decides: that of the department's own level.
  division           char(12)      NOT NULL,
  title              varchar(200)  NOT NULL,
  criteria           varchar(4000) NOT NULL,
  points             int           NOT NULL CHECK (points BETWEEN 1 AND 1000),
  document_title     varchar(200)  NOT NULL,
  document_number    varchar(100)  NOT NULL,
  document_issued_on date          NOT NULL,
  issuer             varchar(30)   NOT NULL CHECK (issuer IN
    ('MUNICIPAL_PARTY_COMMITTEE', 'MUNICIPAL_GOVERNMENT', 'HIGHER_LEVEL_DEPARTMENT')),
  issuing_department char(18)      REFERENCES department,
  stage              varchar(10)   NOT NULL CHECK (stage IN ('SUBMITTED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  submitted_by       varchar(200)  NOT NULL,
  submitted_on       date          NOT NULL,
  request_by         date          NOT NULL,
  request_by_rule    varchar(90)   NOT NULL CHECK (request_by_rule LIKE 'evaluation.request-by@%'),
  decided_on         date,
  reason             varchar(2000),
  -- The evaluation that an approved item is part of.
  merged_year        int           GENERATED ALWAYS AS (CASE WHEN stage = 'APPROVED' THEN year END) STORED,
  FOREIGN KEY (division, merged_year) REFERENCES unified_evaluation,
  UNIQUE (id, division, merged_year),
  CHECK (document_issued_on <= submitted_on),
  CHECK ((issuer = 'HIGHER_LEVEL_DEPARTMENT') = (issuing_department IS NOT NULL)),
  CONSTRAINT requested_in_time CHECK (submitted_on <= request_by),
  -- A local rule may end the time earlier, never later.
  CONSTRAINT request_by_first_quarter CHECK (request_by BETWEEN make_date(year, 1, 1) AND make_date(year, 3, 31)),
  CHECK ((stage IN ('APPROVED', 'REJECTED')) = (decided_on IS NOT NULL)),
  CHECK ((stage = 'WITHDRAWN') = (reason IS NOT NULL))
);
-- A body asks once for an item of a year, unless it withdrew or the group said no.
CREATE UNIQUE INDEX evaluation_request_item ON evaluation_request (department, year, title)
  WHERE stage IN ('SUBMITTED', 'APPROVED');
CREATE INDEX evaluation_request_division ON evaluation_request (division, year, id);
GRANT SELECT, INSERT ON evaluation_request TO ${runtime_role};
GRANT UPDATE (stage, decided_on, reason) ON evaluation_request TO ${runtime_role};
-- Whose place a body has taken: what they asked for is its.
CREATE INDEX department_predecessors ON department (succeeded_by) WHERE succeeded_by IS NOT NULL;

CREATE FUNCTION evaluation_rests_on_document_from_above() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  levels CONSTANT text[] := ARRAY['CENTRAL', 'PROVINCE', 'CITY', 'COUNTY_LEVEL', 'TOWNSHIP_LEVEL'];
BEGIN
  IF NOT EXISTS (
       SELECT 1 FROM department issuer JOIN department body ON body.credit_code = NEW.department
       JOIN division_ancestry a ON a.descendant = body.division AND a.ancestor = issuer.division
       WHERE issuer.credit_code = NEW.issuing_department
         AND issuer.category NOT IN ('ENTERPRISE', 'INSTITUTION', 'SECTOR_BODY')
         -- Above the city as well: the paper of its own bureaus is not enough.
         AND array_position(levels, issuer.affiliation_level::text)
             < least(array_position(levels, body.affiliation_level::text), array_position(levels, 'CITY'))
         AND a.valid_from <= NEW.submitted_on AND (a.valid_to IS NULL OR a.valid_to >= NEW.submitted_on)) THEN
    RAISE EXCEPTION 'the document of % is not that of a department above the city', NEW.issuing_department USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_rests_on_document_from_above BEFORE INSERT ON evaluation_request
  FOR EACH ROW WHEN (NEW.issuing_department IS NOT NULL) EXECUTE FUNCTION evaluation_rests_on_document_from_above();

-- The same person never acts in two capacities on one request: the key says so.
CREATE TABLE evaluation_participant (
  evaluation_id uuid         NOT NULL REFERENCES evaluation_request,
  person        varchar(200) NOT NULL,
  capacity      varchar(20)  NOT NULL CHECK (capacity IN ('APPLICANT', 'OFFICE', 'MEMBER')),
  PRIMARY KEY (evaluation_id, person)
);
CREATE TABLE evaluation_vote (
  evaluation_id uuid        NOT NULL REFERENCES evaluation_request,
  round         int         NOT NULL CHECK (round = 1),
  voter         uuid        NOT NULL,
  ballot        varchar(10) NOT NULL CHECK (ballot IN ('FOR', 'AGAINST', 'ABSTAIN')),
  cast_at       timestamptz NOT NULL,
  PRIMARY KEY (evaluation_id, round, voter)
);
CREATE TABLE evaluation_decision (
  evaluation_id uuid        NOT NULL REFERENCES evaluation_request,
  round         int         NOT NULL CHECK (round = 1),
  outcome       varchar(10) NOT NULL CHECK (outcome IN ('FOR', 'REJECTED')),
  eligible      int         NOT NULL CHECK (eligible > 0),
  votes_for     int         NOT NULL CHECK (votes_for >= 0),
  votes_against int         NOT NULL CHECK (votes_against >= 0),
  abstained     int         NOT NULL CHECK (abstained >= 0),
  quorum_rule   varchar(90) NOT NULL,
  majority_rule varchar(90) NOT NULL,
  decided_on    date        NOT NULL,
  PRIMARY KEY (evaluation_id, round),
  CHECK (votes_for + votes_against + abstained <= eligible)
);
GRANT SELECT, INSERT ON evaluation_participant, evaluation_vote, evaluation_decision TO ${runtime_role};

-- The group decided, by its votes.
CREATE FUNCTION evaluation_is_voted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM evaluation_decision d WHERE d.evaluation_id = NEW.id
                 AND d.outcome = CASE NEW.stage WHEN 'APPROVED' THEN 'FOR' ELSE 'REJECTED' END) THEN
    RAISE EXCEPTION 'the group has not decided so on evaluation request %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER evaluation_is_voted AFTER INSERT OR UPDATE ON evaluation_request
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stage IN ('APPROVED', 'REJECTED'))
  EXECUTE FUNCTION evaluation_is_voted();
CREATE FUNCTION evaluation_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'evaluation request % is %', OLD.id, OLD.stage USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER evaluation_is_final BEFORE UPDATE ON evaluation_request
  FOR EACH ROW WHEN (OLD.stage <> 'SUBMITTED') EXECUTE FUNCTION evaluation_is_final();

-- One visit to a community covers every item of the year: the key says so.
CREATE TABLE evaluation_visit (
  division   char(12)     NOT NULL,
  year       int          NOT NULL,
  community  char(12)     NOT NULL,
  visit_on   date         NOT NULL,
  planned_by varchar(200) NOT NULL,
  planned_on date         NOT NULL,
  PRIMARY KEY (division, year, community),
  FOREIGN KEY (division, year) REFERENCES unified_evaluation,
  CHECK (visit_on >= planned_on)
);
CREATE INDEX evaluation_visit_community ON evaluation_visit (community, visit_on);
GRANT SELECT, INSERT ON evaluation_visit TO ${runtime_role};
GRANT UPDATE (visit_on, planned_by, planned_on) ON evaluation_visit TO ${runtime_role};

CREATE TABLE evaluation_result (
  id          uuid          PRIMARY KEY,
  item        uuid          NOT NULL,
  division    char(12)      NOT NULL,
  year        int           NOT NULL,
  community   char(12)      NOT NULL,
  points      numeric(6, 2) NOT NULL CHECK (points >= 0),
  recorded_by varchar(200)  NOT NULL,
  recorded_on date          NOT NULL,
  UNIQUE (item, community),
  FOREIGN KEY (item, division, year) REFERENCES evaluation_request (id, division, merged_year),
  FOREIGN KEY (division, year, community) REFERENCES evaluation_visit
);
CREATE INDEX evaluation_result_of_evaluation ON evaluation_result (division, year, id);
GRANT SELECT, INSERT ON evaluation_result TO ${runtime_role};

CREATE TABLE evaluation_commendation (
  result_id    uuid         PRIMARY KEY REFERENCES evaluation_result,
  commended_by varchar(200) NOT NULL,
  commended_on date         NOT NULL
);
GRANT SELECT, INSERT ON evaluation_commendation TO ${runtime_role};

CREATE FUNCTION visit_is_in_window() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM unified_evaluation e WHERE e.division = NEW.division AND e.year = NEW.year
    AND NEW.visit_on BETWEEN e.window_from AND e.window_to FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the visit on % is outside the schedule', NEW.visit_on USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM evaluation_result r WHERE r.division = NEW.division AND r.year = NEW.year
             AND r.community = NEW.community) THEN
    RAISE EXCEPTION 'the visit to % has its results', NEW.community USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.visit_on < (now() AT TIME ZONE 'Asia/Shanghai')::date THEN
    RAISE EXCEPTION 'the day of the visit to % is over', NEW.community USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER visit_is_in_window BEFORE INSERT OR UPDATE ON evaluation_visit
  FOR EACH ROW EXECUTE FUNCTION visit_is_in_window();
CREATE FUNCTION window_holds_visits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM evaluation_visit v WHERE v.division = NEW.division AND v.year = NEW.year
             AND (v.visit_on BETWEEN NEW.window_from AND NEW.window_to) IS NOT TRUE) THEN
    RAISE EXCEPTION 'a visit would be outside the schedule' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER window_holds_visits BEFORE UPDATE ON unified_evaluation
  FOR EACH ROW EXECUTE FUNCTION window_holds_visits();
CREATE FUNCTION result_follows_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM evaluation_visit v JOIN evaluation_request i ON i.id = NEW.item
    WHERE v.division = NEW.division AND v.year = NEW.year AND v.community = NEW.community
      AND v.visit_on BETWEEN i.decided_on AND NEW.recorded_on AND NEW.points <= i.points FOR SHARE OF v;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no result before the visit, of an item not decided by then, or above the points of the item'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER result_follows_visit BEFORE INSERT ON evaluation_result
  FOR EACH ROW EXECUTE FUNCTION result_follows_visit();

-- Who inspects a community, and whether the unified evaluation covers it.
CREATE TABLE inspection (
  id                   uuid          PRIMARY KEY,
  community            char(12)      NOT NULL,
  demanding_body       char(18)      REFERENCES department,
  demanding_body_name  varchar(200)  NOT NULL,
  demanding_body_level varchar(20)   NOT NULL CHECK (demanding_body_level IN
    ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY_LEVEL', 'TOWNSHIP_LEVEL')),
  item                 uuid          REFERENCES evaluation_request,
  inspects             varchar(4000) NOT NULL,
  inspects_on          date          NOT NULL,
  finding              varchar(20)   NOT NULL CHECK (finding IN
    ('COVERED', 'NO_ITEM', 'ITEM_UNKNOWN', 'ITEM_OF_ANOTHER_BODY', 'ITEM_NOT_APPROVED', 'NO_VISIT_THAT_DAY')),
  recorded_by          varchar(200)  NOT NULL,
  recorded_on          date          NOT NULL,
  CHECK ((finding IN ('NO_ITEM', 'ITEM_UNKNOWN')) = (item IS NULL))
);
CREATE INDEX inspection_community ON inspection (community, id);
GRANT SELECT, INSERT ON inspection TO ${runtime_role};

-- Covered is what an approved item of the same body, or of one whose place it holds, has on the day of the visit.
CREATE FUNCTION inspection_is_covered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
       WITH RECURSIVE holder AS (
         SELECT d.credit_code, d.succeeded_by FROM evaluation_request i JOIN department d ON d.credit_code = i.department
         WHERE i.id = NEW.item
         UNION SELECT d.credit_code, d.succeeded_by FROM holder h JOIN department d ON d.credit_code = h.succeeded_by)
       SELECT 1 FROM holder h JOIN evaluation_request i ON i.id = NEW.item
       JOIN evaluation_visit v ON v.division = i.division AND v.year = i.merged_year AND v.visit_on >= i.decided_on
       WHERE h.succeeded_by IS NULL AND h.credit_code = NEW.demanding_body
         AND v.community = NEW.community AND v.visit_on = NEW.inspects_on) THEN
    RAISE EXCEPTION 'the unified evaluation does not cover this inspection' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inspection_is_covered BEFORE INSERT ON inspection
  FOR EACH ROW WHEN (NEW.finding = 'COVERED') EXECUTE FUNCTION inspection_is_covered();
