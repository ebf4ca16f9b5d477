-- What stands in the new columns of fund_day, for the days that are over and for those to come. Nobody books meanwhile; whoever reads
-- need not wait.
LOCK TABLE posting IN SHARE ROW EXCLUSIVE MODE;

-- Amounts by name, added name by name; what comes to nothing is left out.
CREATE FUNCTION added_by_name(amounts jsonb, more jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT coalesce(jsonb_object_agg(name, amount), '{}') FROM (
    SELECT name, sum(amount::numeric) AS amount
    FROM (SELECT * FROM jsonb_each_text(amounts) UNION ALL SELECT * FROM jsonb_each_text(more)) each (name, amount)
    GROUP BY name HAVING sum(amount::numeric) <> 0) added
$$;

-- What moved in funds by days.
CREATE AGGREGATE sum_by_name(jsonb) (SFUNC = added_by_name, STYPE = jsonb, INITCOND = '{}');
WITH moved AS (
  SELECT p.fund, e.booked_on AS day, p.account, p.category, sum(p.amount) AS amount
  FROM posting p JOIN entry e ON e.id = p.entry WHERE p.fund IS NOT NULL GROUP BY 1, 2, 3, 4),
of_day AS (
  SELECT fund, day,
         coalesce(-sum(amount) FILTER (WHERE account = 'AVAILABLE'), 0) AS available,
         coalesce(-sum(amount) FILTER (WHERE account = 'COMMITTED'), 0) AS committed,
         coalesce(-sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
         coalesce(-sum(amount) FILTER (WHERE account = 'PAYABLE'), 0) AS payable,
         coalesce(-sum(amount) FILTER (WHERE account = 'APPLIED'), 0) AS applied,
         coalesce(sum(amount) FILTER (WHERE account = 'RECEIVABLE'), 0) AS receivable,
         coalesce(jsonb_object_agg(category, amount) FILTER (WHERE account = 'SPENT'), '{}') AS spent
  FROM moved GROUP BY fund, day)
INSERT INTO fund_day (fund, day, available, committed, reserved, payable, applied, receivable, spent)
SELECT fund, day, sum(available) OVER until, sum(committed) OVER until, sum(reserved) OVER until, sum(payable) OVER until,
       sum(applied) OVER until, sum(receivable) OVER until, sum_by_name(spent) OVER until
FROM of_day WINDOW until AS (PARTITION BY fund ORDER BY day)
ON CONFLICT (fund, day) DO UPDATE
SET applied = excluded.applied, receivable = excluded.receivable, spent = excluded.spent;
DROP AGGREGATE sum_by_name(jsonb);

CREATE OR REPLACE FUNCTION close_days() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moved record;
BEGIN
  IF EXISTS (SELECT FROM added a JOIN entry e ON e.id = a.entry WHERE e.made_in <> pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a posting joins only an entry made in the same transaction' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM added a JOIN entry e ON e.id = a.entry JOIN fund f ON f.id = a.fund
             WHERE f.ledger <> e.ledger) THEN
    RAISE EXCEPTION 'a fund is posted only in its own ledger' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM lock_funds(ARRAY(SELECT DISTINCT a.fund FROM added a WHERE a.fund IS NOT NULL));
  FOR moved IN
    SELECT fund, day,
           coalesce(-sum(amount) FILTER (WHERE account = 'AVAILABLE'), 0) AS available,
           coalesce(-sum(amount) FILTER (WHERE account = 'COMMITTED'), 0) AS committed,
           coalesce(-sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
           coalesce(-sum(amount) FILTER (WHERE account = 'PAYABLE'), 0) AS payable,
           coalesce(-sum(amount) FILTER (WHERE account = 'APPLIED'), 0) AS applied,
           coalesce(sum(amount) FILTER (WHERE account = 'RECEIVABLE'), 0) AS receivable,
           coalesce(jsonb_object_agg(category, amount) FILTER (WHERE account = 'SPENT'), '{}') AS spent
    FROM (SELECT a.fund, e.booked_on AS day, a.account, a.category, sum(a.amount) AS amount
          FROM added a JOIN entry e ON e.id = a.entry WHERE a.fund IS NOT NULL
          GROUP BY a.fund, e.booked_on, a.account, a.category) by_account
    GROUP BY fund, day ORDER BY fund, day
  LOOP
    INSERT INTO fund_day (fund, day, available, committed, reserved, payable, applied, receivable, spent)
      SELECT moved.fund, moved.day, coalesce(before.available, 0), coalesce(before.committed, 0),
             coalesce(before.reserved, 0), coalesce(before.payable, 0), coalesce(before.applied, 0),
             coalesce(before.receivable, 0), coalesce(before.spent, '{}')
      FROM (VALUES (1)) one LEFT JOIN LATERAL (
        SELECT * FROM fund_day d WHERE d.fund = moved.fund AND d.day < moved.day ORDER BY d.day DESC LIMIT 1) before ON true
      ON CONFLICT DO NOTHING;
    UPDATE fund_day d SET available = d.available + moved.available, committed = d.committed + moved.committed,
                          reserved = d.reserved + moved.reserved, payable = d.payable + moved.payable,
                          applied = d.applied + moved.applied, receivable = d.receivable + moved.receivable,
                          spent = CASE WHEN moved.spent = '{}' THEN d.spent ELSE added_by_name(d.spent, moved.spent) END
    WHERE d.fund = moved.fund AND d.day >= moved.day;
  END LOOP;
  RETURN NULL;
END $$;
