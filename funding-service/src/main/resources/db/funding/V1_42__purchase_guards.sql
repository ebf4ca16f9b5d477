-- What guards a purchase (Art. 25), also from raw SQL of the service's own role.

DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['purchase_item', 'purchase_item_withdrawal', 'purchase_criterion', 'purchase_step',
    'purchase_bid', 'purchase_bid_withdrawal', 'purchase_evaluator', 'purchase_declaration', 'purchase_score',
    'purchase_award', 'purchase_release', 'purchase_release_number'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I EXECUTE FUNCTION refuse_change()',
                   guarded);
  END LOOP;
END $$;

CREATE FUNCTION business_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date
$$;

CREATE FUNCTION lock_purchase(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 1 FROM purchase WHERE id = wanted FOR NO KEY UPDATE
$$;

-- What a fund could pay from a day on, less the budgets of purchases that are not contracted yet.
CREATE FUNCTION purchase_money_left(of_fund uuid, today date) RETURNS numeric
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT least(coalesce((SELECT available FROM fund_day WHERE fund = of_fund AND day <= today
                         ORDER BY day DESC LIMIT 1), 0),
               (SELECT min(available) FROM fund_day WHERE fund = of_fund AND day > today))
       - coalesce((SELECT sum(budget) FROM purchase WHERE fund = of_fund
                   AND stage IN ('PLANNED', 'PUBLISHED', 'EVALUATING', 'AWARDED')), 0)
$$;

-- A demand is paid from a fund for purchased services that has the money, and serves a place of that fund.
CREATE FUNCTION purchase_fits_fund() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM lock_funds(ARRAY[NEW.fund]);
  IF NOT EXISTS (SELECT FROM fund f JOIN ledger l ON l.id = f.ledger
                 JOIN division_ancestry a ON a.descendant = NEW.division AND a.ancestor = coalesce(f.community, l.division)
                 WHERE f.id = NEW.fund AND f.ledger = NEW.ledger AND f.purpose = 'PURCHASE_OF_SERVICES'
                   AND 'PURCHASED_SERVICES' = ANY (f.categories)) THEN
    RAISE EXCEPTION 'fund % does not pay for services to %', NEW.fund, NEW.division USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.budget > purchase_money_left(NEW.fund, business_today()) THEN
    RAISE EXCEPTION 'fund % does not have the budget of purchase %', NEW.fund, NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.retenders IS NOT NULL AND NOT EXISTS (SELECT FROM purchase WHERE id = NEW.retenders AND stage = 'FAILED') THEN
    RAISE EXCEPTION 'only a failed purchase is tendered again' USING ERRCODE = 'check_violation';
  END IF;
  NEW.stage := 'PLANNED';
  RETURN NEW;
END $$;
CREATE TRIGGER fits_fund BEFORE INSERT ON purchase FOR EACH ROW EXECUTE FUNCTION purchase_fits_fund();

CREATE FUNCTION purchase_weights_add_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT coalesce(sum(weight), 0) FROM purchase_criterion WHERE purchase = NEW.purchase) <> 100
     OR NOT EXISTS (SELECT FROM purchase_criterion WHERE purchase = NEW.purchase AND kind = 'PRICE')
     OR (SELECT stage FROM purchase WHERE id = NEW.purchase) <> 'PLANNED' THEN
    RAISE EXCEPTION 'the criteria of % have a price, weigh 100 together and stand before it is published', NEW.purchase
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER weights_add_up AFTER INSERT ON purchase_criterion DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION purchase_weights_add_up();

-- Points of a bid within its budget: quality as the evaluators' mean, price as the lowest price over its own; in hundredths.
CREATE VIEW purchase_bid_score WITH (security_barrier) AS
  SELECT b.purchase, b.id AS bid, b.amount, b.received_at,
         sum(c.weight * CASE c.kind
           WHEN 'PRICE' THEN round(100 * (SELECT min(o.amount) FROM purchase_opened_bid o WHERE o.purchase = b.purchase)
                                   / b.amount, 2)
           ELSE coalesce((SELECT round(avg(s.points), 2) FROM purchase_score s
                          WHERE s.bid = b.id AND s.criterion = c.code), 0) END) / 100 AS score
  FROM purchase_opened_bid b JOIN purchase p ON p.id = b.purchase JOIN purchase_criterion c ON c.purchase = b.purchase
  WHERE b.amount <= p.budget
  GROUP BY b.purchase, b.id, b.amount, b.received_at;

-- The one transition table, beside PurchaseStage: nothing else moves a purchase.
CREATE FUNCTION take_purchase_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about purchase;
  next  text;
BEGIN
  SELECT * INTO about FROM purchase WHERE id = NEW.purchase FOR NO KEY UPDATE;
  next := CASE about.stage || ' ' || NEW.step
    WHEN 'PLANNED PUBLISHED' THEN 'PUBLISHED'
    WHEN 'PLANNED CANCELLED' THEN 'CANCELLED'
    WHEN 'PUBLISHED OPENED' THEN 'EVALUATING'
    WHEN 'PUBLISHED FAILED' THEN 'FAILED'
    WHEN 'PUBLISHED CANCELLED' THEN 'CANCELLED'
    WHEN 'EVALUATING AWARDED' THEN 'AWARDED'
    WHEN 'EVALUATING FAILED' THEN 'FAILED'
    WHEN 'EVALUATING CANCELLED' THEN 'CANCELLED'
    WHEN 'AWARDED CONTRACTED' THEN 'CONTRACTED'
    WHEN 'AWARDED CANCELLED' THEN 'CANCELLED'
    WHEN 'CONTRACTED COMPLETED' THEN 'COMPLETED'
    WHEN 'CONTRACTED TERMINATED' THEN 'TERMINATED'
  END;
  IF next IS NULL THEN
    RAISE EXCEPTION 'purchase % is % and cannot be %', about.id, about.stage, NEW.step USING ERRCODE = 'check_violation';
  END IF;
  IF (CASE NEW.step
       WHEN 'PUBLISHED' THEN clock_timestamp() >= about.bids_due_at
         OR NOT EXISTS (SELECT FROM purchase_criterion c WHERE c.purchase = about.id)
       WHEN 'OPENED' THEN NOT EXISTS (SELECT FROM purchase_opened_bid o WHERE o.purchase = about.id)
       WHEN 'FAILED' THEN clock_timestamp() < about.bids_due_at
         OR EXISTS (SELECT FROM purchase_opened_bid o WHERE o.purchase = about.id AND o.amount <= about.budget)
       WHEN 'AWARDED' THEN NOT EXISTS (SELECT FROM purchase_award a WHERE a.purchase = about.id)
       ELSE false
     END) THEN
    RAISE EXCEPTION 'purchase % does not stand so that it can be %', about.id, NEW.step USING ERRCODE = 'check_violation';
  END IF;
  UPDATE purchase SET stage = next WHERE id = about.id;
  RETURN NEW;
END $$;
CREATE TRIGGER take_step BEFORE INSERT ON purchase_step FOR EACH ROW EXECUTE FUNCTION take_purchase_step();

-- Only a registered, active organisation of the territory bids, once, before the deadline by the database's clock.
CREATE FUNCTION bid_is_taken() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about purchase;
BEGIN
  SELECT * INTO about FROM purchase WHERE id = NEW.purchase FOR NO KEY UPDATE;
  NEW.received_at := clock_timestamp();
  IF about.stage <> 'PUBLISHED' THEN
    RAISE EXCEPTION 'purchase % takes no bids', about.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.received_at >= about.bids_due_at THEN
    RAISE EXCEPTION 'bids for % were due at %', about.id, about.bids_due_at
      USING ERRCODE = 'check_violation', CONSTRAINT = 'purchase_bid_in_time';
  END IF;
  IF NOT EXISTS (SELECT FROM organisation o WHERE o.credit_code = NEW.organisation AND o.standing = 'ACTIVE'
                 AND division_is_served(o.division, about.division, business_today())) THEN
    RAISE EXCEPTION '% is not registered there', NEW.organisation USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM purchase_bid b WHERE b.purchase = NEW.purchase AND b.organisation = NEW.organisation
             AND NOT EXISTS (SELECT FROM purchase_bid_withdrawal w WHERE w.bid = b.id)) THEN
    RAISE EXCEPTION '% has a bid already', NEW.organisation USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_is_taken BEFORE INSERT ON purchase_bid FOR EACH ROW EXECUTE FUNCTION bid_is_taken();

CREATE FUNCTION bid_is_withdrawn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM purchase_bid b JOIN purchase p ON p.id = b.purchase
                 WHERE b.id = NEW.bid AND p.stage = 'PUBLISHED' AND clock_timestamp() < p.bids_due_at) THEN
    RAISE EXCEPTION 'bid % stands', NEW.bid USING ERRCODE = 'check_violation', CONSTRAINT = 'purchase_bid_in_time';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_is_withdrawn BEFORE INSERT ON purchase_bid_withdrawal
  FOR EACH ROW EXECUTE FUNCTION bid_is_withdrawn();

-- Who demands does not evaluate; who did not declare, or declared a conflict, does not score.
CREATE FUNCTION evaluator_may() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about purchase;
BEGIN
  SELECT * INTO about FROM purchase WHERE id = NEW.purchase FOR NO KEY UPDATE;
  IF about.stage <> 'EVALUATING' OR NEW.evaluator = about.planned_by THEN
    RAISE EXCEPTION '% does not evaluate % now', NEW.evaluator, about.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluator_may BEFORE INSERT ON purchase_evaluator FOR EACH ROW EXECUTE FUNCTION evaluator_may();
CREATE TRIGGER evaluator_may BEFORE INSERT ON purchase_declaration FOR EACH ROW EXECUTE FUNCTION evaluator_may();
CREATE TRIGGER evaluator_may BEFORE INSERT ON purchase_score FOR EACH ROW EXECUTE FUNCTION evaluator_may();

CREATE FUNCTION scorer_may() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM purchase_declaration d
    JOIN purchase_criterion c ON c.purchase = d.purchase AND c.code = NEW.criterion AND c.kind = 'QUALITY'
    JOIN purchase_opened_bid b ON b.purchase = d.purchase AND b.id = NEW.bid
    WHERE d.purchase = NEW.purchase AND d.evaluator = NEW.evaluator AND NOT d.conflict) THEN
    RAISE EXCEPTION '% may not score this', NEW.evaluator USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scorer_may BEFORE INSERT ON purchase_score FOR EACH ROW EXECUTE FUNCTION scorer_may();

-- One award, by another person than the demander, to the best bid within the budget, when every evaluator has declared
-- and everybody without a conflict has scored every bid.
CREATE FUNCTION award_is_due() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  about purchase;
BEGIN
  SELECT * INTO about FROM purchase WHERE id = NEW.purchase FOR NO KEY UPDATE;
  IF about.stage <> 'EVALUATING' OR NEW.awarded_by = about.planned_by THEN
    RAISE EXCEPTION '% does not award % now', NEW.awarded_by, about.id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM purchase_evaluator e LEFT JOIN purchase_declaration d USING (purchase, evaluator)
             WHERE e.purchase = about.id AND d.evaluator IS NULL)
     OR NOT EXISTS (SELECT FROM purchase_declaration d WHERE d.purchase = about.id AND NOT d.conflict)
     OR EXISTS (SELECT FROM purchase_declaration d
                JOIN purchase_opened_bid b ON b.purchase = d.purchase AND b.amount <= about.budget
                JOIN purchase_criterion c ON c.purchase = d.purchase AND c.kind = 'QUALITY'
                LEFT JOIN purchase_score s ON s.bid = b.id AND s.criterion = c.code AND s.evaluator = d.evaluator
                WHERE d.purchase = about.id AND NOT d.conflict AND s.points IS NULL) THEN
    RAISE EXCEPTION 'purchase % is not evaluated', about.id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM (SELECT bid, amount, score FROM purchase_bid_score WHERE purchase = about.id
                              ORDER BY score DESC, amount, received_at, bid LIMIT 1) best
                 WHERE best.bid = NEW.bid AND best.amount = NEW.amount AND best.score = NEW.score) THEN
    RAISE EXCEPTION 'bid % is not the best', NEW.bid USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_is_due BEFORE INSERT ON purchase_award FOR EACH ROW EXECUTE FUNCTION award_is_due();

-- An award and its step come together.
CREATE FUNCTION award_is_taken() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM purchase_step WHERE purchase = NEW.purchase AND step = 'AWARDED') THEN
    RAISE EXCEPTION 'the award of % has no step', NEW.purchase USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER award_is_taken AFTER INSERT ON purchase_award DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION award_is_taken();

CREATE FUNCTION queue_purchase_release() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO unnumbered_purchase_release VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER queue_for_number AFTER INSERT ON purchase_release
  FOR EACH ROW EXECUTE FUNCTION queue_purchase_release();

-- Numbers what is committed and waits, without gaps; one caller at a time, others leave it to that one.
CREATE FUNCTION number_purchase_releases() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF pg_try_advisory_xact_lock(hashtextextended('funding.purchase-releases', 16)) THEN
    WITH taken AS (DELETE FROM unnumbered_purchase_release RETURNING release)
    INSERT INTO purchase_release_number (number, release)
    SELECT coalesce((SELECT max(number) FROM purchase_release_number), 0) + row_number() OVER (ORDER BY t.release), t.release
    FROM taken t;
  END IF;
END $$;

REVOKE ALL ON FUNCTION lock_purchase(uuid), number_purchase_releases() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_purchase(uuid), number_purchase_releases() TO ${runtime_role};
GRANT SELECT ON purchase, purchase_opened_bid, purchase_bid_score, purchase_release, purchase_release_number
  TO ${runtime_role};
GRANT INSERT (id, item, ledger, fund, division, department, title, description, budget, bids_due_at, least_satisfaction,
              retenders, planned_by, planned_at) ON purchase TO ${runtime_role};
GRANT SELECT, INSERT ON purchase_item, purchase_item_withdrawal, purchase_criterion, purchase_step,
  purchase_bid_withdrawal, purchase_evaluator, purchase_declaration, purchase_score, purchase_award TO ${runtime_role};
-- Amount and proposal can be written and not read back.
GRANT INSERT (id, purchase, organisation, amount, proposal, submitted_by) ON purchase_bid TO ${runtime_role};
GRANT SELECT (id, purchase, organisation, submitted_by, received_at) ON purchase_bid TO ${runtime_role};
GRANT INSERT (release_id, purchase, released_at, release) ON purchase_release TO ${runtime_role};
