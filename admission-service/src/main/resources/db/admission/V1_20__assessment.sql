-- What all services measured, and how divisions are assessed by it (Art. 36).

-- Of each indicator, division and month the last figure: an assessment needs no other, and days would be thirty times as many.
CREATE TABLE indicator_figure (
  division    char(12)    NOT NULL,
  indicator   varchar(80) NOT NULL,
  month       date        NOT NULL,
  as_of       date        NOT NULL,
  numerator   numeric     NOT NULL,
  denominator numeric     NOT NULL,
  value       numeric     NOT NULL,
  unit        varchar(32) NOT NULL,
  source      varchar(20) NOT NULL CHECK (source IN ('admission', 'facilities', 'funding', 'workforce')),
  PRIMARY KEY (division, indicator, month),
  CHECK (month = as_of - (CAST(extract(day FROM as_of) AS int) - 1))
);
CREATE INDEX indicator_figure_indicator ON indicator_figure (indicator, as_of);
GRANT SELECT, INSERT ON indicator_figure TO ${runtime_role};
GRANT UPDATE (as_of, numerator, denominator, value, unit, source) ON indicator_figure TO ${runtime_role};

CREATE FUNCTION figure_is_older() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the figure of % for % as of % is not replaced by an older one', OLD.indicator, OLD.division, OLD.as_of
    USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER figure_is_older BEFORE UPDATE ON indicator_figure
  FOR EACH ROW WHEN (NEW.as_of <= OLD.as_of) EXECUTE FUNCTION figure_is_older();

CREATE TABLE assessment (
  id             uuid         PRIMARY KEY,
  -- Who assesses, and who is assessed.
  division       char(12)     NOT NULL,
  subject        char(12)     NOT NULL,
  year           int          NOT NULL CHECK (year BETWEEN 2011 AND 2999),
  stage          varchar(10)  NOT NULL CHECK (stage IN ('DRAFT', 'ISSUED', 'CLOSED')),
  version        int          NOT NULL,
  drafted_by     varchar(200) NOT NULL,
  drafted_on     date         NOT NULL,
  issued_by      varchar(200),
  issued_on      date         CHECK (issued_on >= drafted_on),
  -- The last day for the subject's comment, by a row of the rulebook; settled when the assessment is closed.
  comment_by     date,
  comment_rule   varchar(90),
  closed_by      varchar(200),
  closed_on      date         CHECK (closed_on >= issued_on),
  weight_met     int,
  weight_counted int,
  score          numeric(5,2),
  missing_rule   varchar(90),
  UNIQUE (subject, year),
  CHECK ((stage = 'DRAFT') = (issued_on IS NULL) AND (issued_on IS NULL) = (issued_by IS NULL)),
  CHECK ((stage = 'CLOSED') = (closed_on IS NOT NULL)),
  CHECK (num_nonnulls(closed_on, closed_by, comment_by, comment_rule, weight_met, weight_counted, missing_rule) IN (0, 7)),
  CONSTRAINT targets_come_beforehand CHECK (extract(year FROM coalesce(issued_on, drafted_on)) <= year),
  CONSTRAINT closed_after_the_year CHECK (extract(year FROM closed_on) > year AND extract(year FROM comment_by) >= year),
  CHECK (weight_met >= 0 AND weight_met <= weight_counted AND weight_counted <= 100),
  CONSTRAINT score_is_what_was_met CHECK (score IS NOT DISTINCT FROM
    CASE WHEN weight_counted > 0 THEN round(100.0 * weight_met / weight_counted, 2) END)
);
CREATE INDEX assessment_division ON assessment (division, id);
GRANT SELECT, INSERT ON assessment TO ${runtime_role};
GRANT UPDATE (stage, version, issued_by, issued_on, comment_by, comment_rule, closed_by, closed_on, weight_met,
  weight_counted, score, missing_rule) ON assessment TO ${runtime_role};

-- A city assesses its districts, a district its subdistricts, and nobody assesses further down.
CREATE FUNCTION assessment_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.stage <> 'DRAFT' THEN
    RAISE EXCEPTION 'assessment % begins as a draft', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM division d WHERE d.code = NEW.subject AND d.parent = NEW.division
                 AND d.level IN ('COUNTY_LEVEL', 'TOWNSHIP_LEVEL') AND d.valid_from <= NEW.drafted_on
                 AND (d.valid_to IS NULL OR d.valid_to >= NEW.drafted_on)) THEN
    RAISE EXCEPTION '% is not assessed by %', NEW.subject, NEW.division USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_begins BEFORE INSERT ON assessment FOR EACH ROW EXECUTE FUNCTION assessment_begins();

CREATE TABLE assessment_target (
  assessment_id uuid        NOT NULL REFERENCES assessment,
  indicator     varchar(80) NOT NULL,
  unit          varchar(32) NOT NULL,
  comparison    varchar(10) NOT NULL CHECK (comparison IN ('AT_LEAST', 'AT_MOST')),
  value         numeric     NOT NULL CHECK (value >= 0),
  weight        int         NOT NULL CHECK (weight BETWEEN 1 AND 100),
  PRIMARY KEY (assessment_id, indicator)
);
GRANT SELECT, INSERT, DELETE ON assessment_target TO ${runtime_role};

CREATE FUNCTION targets_are_issued() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.assessment_id ELSE OLD.assessment_id END;
BEGIN
  IF (SELECT a.stage FROM assessment a WHERE a.id = changed FOR SHARE) <> 'DRAFT' THEN
    RAISE EXCEPTION 'the targets of assessment % are issued', changed USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER targets_are_issued BEFORE INSERT OR UPDATE OR DELETE ON assessment_target
  FOR EACH ROW EXECUTE FUNCTION targets_are_issued();

CREATE FUNCTION require_whole_weight(which uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(t.weight), 0) FROM assessment_target t WHERE t.assessment_id = which) <> 100 THEN
    RAISE EXCEPTION 'the weights of assessment % do not add up to 100', which USING ERRCODE = 'check_violation';
  END IF;
END $$;
CREATE FUNCTION assessment_has_targets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM require_whole_weight(NEW.id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER assessment_has_targets AFTER INSERT ON assessment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assessment_has_targets();
CREATE FUNCTION weights_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM require_whole_weight(CASE TG_OP WHEN 'DELETE' THEN OLD.assessment_id ELSE NEW.assessment_id END);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER weights_add_up AFTER INSERT OR UPDATE OR DELETE ON assessment_target
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION weights_add_up();

-- What the division that is assessed says, once.
CREATE TABLE assessment_comment (
  assessment_id uuid          PRIMARY KEY REFERENCES assessment,
  text          varchar(4000) NOT NULL,
  made_by       varchar(200)  NOT NULL,
  made_on       date          NOT NULL
);
GRANT SELECT, INSERT ON assessment_comment TO ${runtime_role};

-- What takes the place of a figure, and why; what was recorded stays beside it.
CREATE TABLE assessment_correction (
  assessment_id uuid          NOT NULL,
  indicator     varchar(80)   NOT NULL,
  value         numeric       NOT NULL CHECK (value >= 0),
  reason        varchar(2000) NOT NULL,
  made_by       varchar(200)  NOT NULL,
  made_on       date          NOT NULL,
  PRIMARY KEY (assessment_id, indicator),
  FOREIGN KEY (assessment_id, indicator) REFERENCES assessment_target
);
GRANT SELECT, INSERT ON assessment_correction TO ${runtime_role};

CREATE FUNCTION between_year_and_close() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM assessment a WHERE a.id = NEW.assessment_id AND a.stage = 'ISSUED'
                 AND a.year < extract(year FROM NEW.made_on) FOR SHARE) THEN
    RAISE EXCEPTION 'nothing is added to assessment % before its year is over or after it is closed', NEW.assessment_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER between_year_and_close BEFORE INSERT ON assessment_comment
  FOR EACH ROW EXECUTE FUNCTION between_year_and_close();
CREATE TRIGGER between_year_and_close BEFORE INSERT ON assessment_correction
  FOR EACH ROW EXECUTE FUNCTION between_year_and_close();

-- What each target came to, with the figure that it rests on.
CREATE TABLE assessment_result (
  assessment_id uuid        NOT NULL,
  indicator     varchar(80) NOT NULL,
  recorded      numeric,
  numerator     numeric,
  denominator   numeric,
  as_of         date,
  source        varchar(20),
  value         numeric,
  finding       varchar(10) NOT NULL CHECK (finding IN ('MET', 'NOT_MET', 'MISSING')),
  PRIMARY KEY (assessment_id, indicator),
  FOREIGN KEY (assessment_id, indicator) REFERENCES assessment_target,
  CHECK (num_nonnulls(recorded, numerator, denominator, as_of, source) IN (0, 5)),
  CHECK ((finding = 'MISSING') = (value IS NULL))
);
GRANT SELECT, INSERT ON assessment_result TO ${runtime_role};

-- The last figure of the year in the unit of the target, or what it was corrected to: nobody writes a result of his own.
CREATE FUNCTION result_rests_on_figures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target   assessment_target;
  measured numeric;
  counted  numeric;
BEGIN
  SELECT t.* INTO STRICT target FROM assessment_target t
    WHERE t.assessment_id = NEW.assessment_id AND t.indicator = NEW.indicator;
  SELECT f.value INTO measured FROM assessment a JOIN indicator_figure f ON f.division = a.subject
    WHERE a.id = NEW.assessment_id AND f.indicator = target.indicator AND f.unit = target.unit
      AND f.month BETWEEN make_date(a.year, 1, 1) AND make_date(a.year, 12, 1)
    ORDER BY f.month DESC LIMIT 1;
  SELECT c.value INTO counted FROM assessment_correction c
    WHERE c.assessment_id = NEW.assessment_id AND c.indicator = NEW.indicator;
  counted := coalesce(counted, measured);
  IF NEW.recorded IS DISTINCT FROM measured OR NEW.value IS DISTINCT FROM counted
     OR (NEW.finding = 'MET') IS DISTINCT FROM coalesce(
          CASE target.comparison WHEN 'AT_LEAST' THEN counted >= target.value ELSE counted <= target.value END, false) THEN
    RAISE EXCEPTION 'the result for % does not rest on what was measured', NEW.indicator USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER result_rests_on_figures BEFORE INSERT ON assessment_result
  FOR EACH ROW EXECUTE FUNCTION result_rests_on_figures();
CREATE FUNCTION result_comes_with_the_close() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM assessment a WHERE a.id = NEW.assessment_id AND a.stage = 'CLOSED') THEN
    RAISE EXCEPTION 'assessment % has results and is not closed', NEW.assessment_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER result_comes_with_the_close AFTER INSERT ON assessment_result
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION result_comes_with_the_close();

CREATE FUNCTION assessment_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.stage = 'CLOSED' OR NEW.stage = 'DRAFT' AND OLD.stage <> 'DRAFT' OR NEW.stage = 'CLOSED' AND OLD.stage <> 'ISSUED' THEN
    RAISE EXCEPTION 'assessment % is % and does not become %', OLD.id, OLD.stage, NEW.stage USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.stage = 'CLOSED' AND NEW.closed_on <= NEW.comment_by
     AND NOT EXISTS (SELECT 1 FROM assessment_comment c WHERE c.assessment_id = NEW.id) THEN
    RAISE EXCEPTION 'the subject of assessment % may still comment', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_moves BEFORE UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION assessment_moves();

-- Every target has its result, and the weights of the close are theirs.
CREATE FUNCTION close_rests_on_results() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  met     int;
  figures int;
  results int;
BEGIN
  SELECT coalesce(sum(t.weight) FILTER (WHERE r.finding = 'MET'), 0),
         coalesce(sum(t.weight) FILTER (WHERE r.finding <> 'MISSING'), 0),
         coalesce(sum(t.weight) FILTER (WHERE r.finding IS NOT NULL), 0)
    INTO met, figures, results
    FROM assessment_target t LEFT JOIN assessment_result r USING (assessment_id, indicator) WHERE t.assessment_id = NEW.id;
  IF results <> 100 OR NEW.weight_met <> met OR NEW.weight_counted NOT IN (figures, results) THEN
    RAISE EXCEPTION 'assessment % is not closed by its results', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER close_rests_on_results AFTER UPDATE ON assessment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stage = 'CLOSED') EXECUTE FUNCTION close_rests_on_results();

-- Whether a body was under a one-vote veto on at least one of these days (Art. 16).
CREATE FUNCTION was_barred(nominee varchar, first_day date, last_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM veto v WHERE v.body IN (SELECT same_body(nominee))
    AND greatest(v.valid_from, first_day) <= least(v.valid_to, last_day, v.lifted_on - 1))
$$;
