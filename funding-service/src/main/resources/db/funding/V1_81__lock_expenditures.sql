-- The expenditures of a batch, always in the order of their ids, so that two transactions never wait for each other.
CREATE FUNCTION lock_expenditures(ids uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM (SELECT 1 FROM expenditure WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE) locked
$$;

REVOKE ALL ON FUNCTION lock_expenditures(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_expenditures(uuid[]) TO ${runtime_role};
