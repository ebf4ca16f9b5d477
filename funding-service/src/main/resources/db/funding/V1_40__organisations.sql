-- Who may take on purchased services (Art. 23, 25), and the departments that ask for them: what admission said last.

CREATE TABLE organisation (
  credit_code char(18)     PRIMARY KEY,
  division    char(12)     NOT NULL,
  name        varchar(128) NOT NULL,
  kind        varchar(30)  NOT NULL CHECK (kind IN ('SOCIAL_ASSOCIATION', 'PRIVATE_NON_ENTERPRISE')),
  standing    varchar(20)  NOT NULL CHECK (standing IN ('ACTIVE', 'SUSPENDED', 'DEREGISTERED')),
  since       date         NOT NULL
);

CREATE TABLE department (
  credit_code  char(18)     PRIMARY KEY,
  division     char(12)     NOT NULL,
  name         varchar(128) NOT NULL,
  succeeded_by char(18)
);

-- Whether an organisation of one division serves another today: both lie in one county-level unit, or one in the other.
CREATE FUNCTION division_is_served(registered char(12), wanted char(12), today date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM division_ancestry w JOIN division u ON u.code = w.ancestor
    JOIN division_ancestry r ON (r.descendant = registered AND r.ancestor = u.code)
                             OR (r.descendant = u.code AND r.ancestor = registered)
    WHERE w.descendant = wanted
      AND (u.level = 'COUNTY_LEVEL' OR (u.code = wanted AND u.level = 'CITY'))
      AND u.valid_from <= today AND (u.valid_to IS NULL OR u.valid_to >= today)
      AND w.valid_from <= today AND (w.valid_to IS NULL OR w.valid_to >= today)
      AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today))
$$;

GRANT SELECT, INSERT, UPDATE ON organisation, department TO ${runtime_role};
