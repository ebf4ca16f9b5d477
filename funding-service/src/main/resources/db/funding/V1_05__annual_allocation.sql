-- The working funds of a year (Art. 15). A year is allocated once; communities that come later get a supplement.

CREATE TABLE allocation (
  id           uuid         PRIMARY KEY,
  city         char(12)     NOT NULL,
  fiscal_year  int          NOT NULL CHECK (fiscal_year BETWEEN 2011 AND 2999),
  supplements  uuid         REFERENCES allocation,
  as_of        date         NOT NULL,
  due_on       date         NOT NULL,
  committed_by varchar(200) NOT NULL,
  committed_at timestamptz  NOT NULL
);
CREATE UNIQUE INDEX allocation_once_a_year ON allocation (city, fiscal_year) WHERE supplements IS NULL;

CREATE TABLE allocation_unit (
  allocation    uuid          NOT NULL REFERENCES allocation,
  division      char(12)      NOT NULL,
  kind          varchar(40)   NOT NULL,
  entitlement   numeric(19,2) NOT NULL CHECK (entitlement >= 0),
  pool_transfer numeric(19,2) NOT NULL CHECK (pool_transfer >= 0),
  own_share     numeric(19,2) NOT NULL CHECK (own_share >= 0),
  PRIMARY KEY (allocation, division)
);

CREATE TABLE allocation_share (
  allocation  uuid          NOT NULL,
  unit        char(12)      NOT NULL,
  community   char(12)      NOT NULL,
  fiscal_year int           NOT NULL,
  entitlement numeric(19,2) NOT NULL CHECK (entitlement >= 0),
  pool_share  numeric(19,2) NOT NULL CHECK (pool_share >= 0),
  own_share   numeric(19,2) NOT NULL CHECK (own_share = greatest(0, entitlement - pool_share)),
  PRIMARY KEY (allocation, community),
  FOREIGN KEY (allocation, unit) REFERENCES allocation_unit,
  -- No community is allocated a year twice.
  UNIQUE (fiscal_year, community)
);

-- Every fen of a pool is attributed to a community, and the unit's totals are those of its communities.
CREATE FUNCTION allocation_adds_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM allocation_share WHERE allocation = NEW.allocation AND unit = NEW.division
    HAVING sum(entitlement) = NEW.entitlement AND sum(pool_share) = NEW.pool_transfer
       AND sum(own_share) = NEW.own_share) THEN
    RAISE EXCEPTION 'the shares of % do not add up', NEW.division USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON allocation_unit DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION allocation_adds_up();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON allocation EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON allocation_unit EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON allocation_share EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON allocation, allocation_unit, allocation_share TO ${runtime_role};
