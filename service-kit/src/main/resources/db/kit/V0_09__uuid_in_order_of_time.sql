-- PostgreSQL 18 has uuidv7() of its own. On 17 it is made here: 48 bits of milliseconds, the version, and random bits.
DO $$
BEGIN
    IF current_setting('server_version_num')::integer >= 180000 THEN
        RETURN;
    END IF;
    CREATE FUNCTION uuidv7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $body$
        SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0')
                || '7' || substr(random_hex, 14))::uuid
          FROM (SELECT replace(gen_random_uuid()::text, '-', '') AS random_hex)
    $body$;
END
$$;
