-- From the award to the money (Art. 25): a contract for which money is reserved, milestones that add up to it, acceptance by
-- the community, and payment by the ordinary way of every expenditure.

CREATE TABLE purchase_contract (
  id          uuid          PRIMARY KEY,
  purchase    uuid          NOT NULL UNIQUE REFERENCES purchase_award,
  amount      numeric(19,2) NOT NULL,
  commitment  uuid          NOT NULL UNIQUE REFERENCES commitment,
  document    char(64)      NOT NULL CHECK (document ~ '^[0-9a-f]{64}$'),
  signed_on   date          NOT NULL,
  recorded_by varchar(200)  NOT NULL,
  recorded_at timestamptz   NOT NULL
);

CREATE TABLE purchase_milestone (
  contract uuid          NOT NULL REFERENCES purchase_contract,
  number   int           NOT NULL CHECK (number > 0),
  title    varchar(200)  NOT NULL,
  amount   numeric(19,2) NOT NULL CHECK (amount > 0),
  due_on   date          NOT NULL,
  PRIMARY KEY (contract, number)
);

-- What the community said of a milestone; below the purchase's least satisfaction it is not accepted and may be said again.
CREATE TABLE purchase_assessment (
  id           uuid          PRIMARY KEY,
  contract     uuid          NOT NULL,
  number       int           NOT NULL,
  satisfaction int           NOT NULL CHECK (satisfaction BETWEEN 0 AND 100),
  accepted     boolean       NOT NULL,
  remark       varchar(1000),
  by_person    varchar(200)  NOT NULL,
  at           timestamptz   NOT NULL,
  FOREIGN KEY (contract, number) REFERENCES purchase_milestone
);
CREATE UNIQUE INDEX purchase_assessment_once ON purchase_assessment (contract, number) WHERE accepted;

-- Which expenditure pays which milestone; without a number it is the reward (以奖代补).
CREATE TABLE purchase_payment (
  expenditure uuid NOT NULL PRIMARY KEY REFERENCES expenditure,
  contract    uuid NOT NULL REFERENCES purchase_contract,
  number      int,
  FOREIGN KEY (contract, number) REFERENCES purchase_milestone
);
CREATE INDEX purchase_payment_contract ON purchase_payment (contract, number);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON purchase_contract EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON purchase_milestone EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON purchase_assessment EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON purchase_payment EXECUTE FUNCTION refuse_change();

-- The amount of the bid that won, reserved in the purchase's own fund for this purchase; not by who awarded it.
CREATE FUNCTION contract_is_covered() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM lock_purchase(NEW.purchase);
  IF NOT EXISTS (
    SELECT FROM purchase p JOIN purchase_award a ON a.purchase = p.id
    JOIN commitment c ON c.id = NEW.commitment AND c.fund = p.fund AND c.reference = p.id AND c.stage = 'RESERVED'
    WHERE p.id = NEW.purchase AND p.stage = 'AWARDED' AND a.amount = NEW.amount AND c.remaining >= NEW.amount
      AND a.awarded_by <> NEW.recorded_by) THEN
    RAISE EXCEPTION 'the contract of % is not the award, or not reserved', NEW.purchase USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contract_is_covered BEFORE INSERT ON purchase_contract
  FOR EACH ROW EXECUTE FUNCTION contract_is_covered();

CREATE FUNCTION milestones_add_up(checked uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM purchase_contract c
                 JOIN purchase_step s ON s.purchase = c.purchase AND s.step = 'CONTRACTED'
                 WHERE c.id = checked AND c.amount = (SELECT sum(m.amount) FROM purchase_milestone m WHERE m.contract = c.id)) THEN
    RAISE EXCEPTION 'the milestones of contract % are not its amount', checked USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION contract_adds_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM milestones_add_up(NEW.id);
  IF NOT EXISTS (SELECT FROM document_attachment a
                 WHERE a.kind = 'PURCHASE' AND a.owner = NEW.purchase AND a.digest = NEW.document) THEN
    RAISE EXCEPTION 'contract % was not uploaded', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON purchase_contract DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION contract_adds_up();

CREATE FUNCTION milestone_adds_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM milestones_add_up(NEW.contract);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON purchase_milestone DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION milestone_adds_up();

CREATE FUNCTION assessment_decides() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM purchase_contract c JOIN purchase p ON p.id = c.purchase
                 WHERE c.id = NEW.contract AND p.stage = 'CONTRACTED'
                   AND NEW.accepted = (NEW.satisfaction >= p.least_satisfaction))
     OR EXISTS (SELECT FROM purchase_assessment a
                WHERE a.contract = NEW.contract AND a.number = NEW.number AND a.accepted) THEN
    RAISE EXCEPTION 'milestone % of % cannot be assessed so', NEW.number, NEW.contract USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_decides BEFORE INSERT ON purchase_assessment
  FOR EACH ROW EXECUTE FUNCTION assessment_decides();

-- An accepted milestone is paid once, to the fen, from what was reserved; a reward once, after the end, from what is available.
CREATE FUNCTION payment_is_due() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  agreed purchase_contract;
  about  purchase;
  paid   expenditure;
BEGIN
  SELECT * INTO agreed FROM purchase_contract WHERE id = NEW.contract;
  SELECT * INTO about FROM purchase WHERE id = agreed.purchase FOR NO KEY UPDATE;
  SELECT * INTO paid FROM expenditure WHERE id = NEW.expenditure;
  IF EXISTS (SELECT FROM purchase_payment o JOIN expenditure x ON x.id = o.expenditure
             WHERE o.contract = NEW.contract AND o.number IS NOT DISTINCT FROM NEW.number
               AND x.stage NOT IN ('REJECTED', 'WITHDRAWN')) THEN
    RAISE EXCEPTION 'milestone % of % is paid already', NEW.number, NEW.contract USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.number IS NULL THEN
    IF about.stage <> 'COMPLETED' OR paid.category <> 'PURCHASED_SERVICES' OR paid.draws_on IS NOT NULL THEN
      RAISE EXCEPTION 'purchase % is not rewarded', about.id USING ERRCODE = 'check_violation';
    END IF;
  ELSIF about.stage <> 'CONTRACTED' OR paid.draws_on IS DISTINCT FROM agreed.commitment
     OR NOT EXISTS (SELECT FROM purchase_milestone m JOIN purchase_assessment a USING (contract, number)
                    WHERE m.contract = NEW.contract AND m.number = NEW.number AND a.accepted AND m.amount = paid.amount) THEN
    RAISE EXCEPTION 'milestone % of % is not accepted', NEW.number, NEW.contract USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_is_due BEFORE INSERT ON purchase_payment FOR EACH ROW EXECUTE FUNCTION payment_is_due();

-- Services are paid as milestone or reward of a purchase, and what is reserved for a contract for its milestones alone.
CREATE FUNCTION services_are_purchased() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM purchase_payment p WHERE p.expenditure = NEW.id
                 AND (p.number IS NOT NULL OR NEW.draws_on IS NULL))
     AND (NEW.category = 'PURCHASED_SERVICES' OR EXISTS (SELECT FROM purchase_contract c WHERE c.commitment = NEW.draws_on)) THEN
    RAISE EXCEPTION 'expenditure % pays for services without a purchase', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER services_are_purchased AFTER INSERT ON expenditure DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.draws_on IS NOT NULL OR NEW.category = 'PURCHASED_SERVICES')
  EXECUTE FUNCTION services_are_purchased();

-- The purchase is complete when every milestone is paid; it is not over while a payment is under way.
CREATE FUNCTION contract_is_settled() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.step = 'CONTRACTED' AND NOT EXISTS (SELECT FROM purchase_contract c WHERE c.purchase = NEW.purchase) THEN
    RAISE EXCEPTION 'purchase % has no contract', NEW.purchase USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step = 'COMPLETED' AND EXISTS (
    SELECT FROM purchase_contract c JOIN purchase_milestone m ON m.contract = c.id WHERE c.purchase = NEW.purchase
    AND NOT EXISTS (SELECT FROM purchase_payment y JOIN expenditure x ON x.id = y.expenditure
                    WHERE y.contract = c.id AND y.number = m.number AND x.stage = 'PAID')) THEN
    RAISE EXCEPTION 'purchase % is not paid in full', NEW.purchase USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.step = 'TERMINATED' AND EXISTS (
    SELECT FROM purchase_contract c JOIN purchase_payment y ON y.contract = c.id JOIN expenditure x ON x.id = y.expenditure
    WHERE c.purchase = NEW.purchase AND x.stage IN ('RECORDED', 'APPROVED_ONCE', 'APPROVED', 'RETURNED')) THEN
    RAISE EXCEPTION 'a payment of purchase % is under way', NEW.purchase USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER settled BEFORE INSERT ON purchase_step FOR EACH ROW EXECUTE FUNCTION contract_is_settled();

GRANT SELECT, INSERT ON purchase_contract, purchase_milestone, purchase_assessment, purchase_payment TO ${runtime_role};
