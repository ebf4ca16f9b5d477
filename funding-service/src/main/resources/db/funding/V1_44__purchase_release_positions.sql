-- Every release stands in the fund event log, at the place of the money that it tells of when there is any (Art. 16, 25).

ALTER TABLE purchase_release ADD COLUMN event bigint NOT NULL REFERENCES event_outbox (id),
  -- Nobody but the default fills this in.
  ADD COLUMN made_in xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX purchase_release_event ON purchase_release (event);

-- What the ledger books because of a purchase: its reservation, its expenditures, their refunds.
CREATE VIEW purchase_document AS
  SELECT c.purchase, c.commitment AS document FROM purchase_contract c
  UNION ALL
  SELECT c.purchase, y.expenditure FROM purchase_contract c JOIN purchase_payment y ON y.contract = c.id
  UNION ALL
  SELECT c.purchase, r.id FROM purchase_contract c JOIN purchase_payment y ON y.contract = c.id
  JOIN expenditure_refund r ON r.expenditure = y.expenditure;

-- What moved at the bank because of a purchase: paid is positive, what came back negative.
CREATE VIEW purchase_money AS
  SELECT d.purchase, e.id AS entry, e.booked_on, e.recorded, e.event, -p.amount AS amount
  FROM purchase_document d JOIN entry e ON e.document = d.document
  JOIN posting p ON p.entry = e.id AND p.account = 'BANK';

-- No money of a purchase moves without the release that tells everybody of it, made with it and known with it.
CREATE FUNCTION purchase_money_is_published() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM purchase_payment y JOIN purchase_contract c ON c.id = y.contract
    WHERE y.expenditure = ANY (ARRAY[NEW.document,
            (SELECT r.expenditure FROM expenditure_refund r WHERE r.id = NEW.document)])
      AND EXISTS (SELECT FROM posting p WHERE p.entry = NEW.id AND p.account = 'BANK')
      AND NOT EXISTS (SELECT FROM purchase_release r
                      WHERE r.purchase = c.purchase AND r.event = NEW.event AND r.made_in = NEW.made_in)) THEN
    RAISE EXCEPTION 'entry % moves money of a purchase in silence', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER purchase_money_is_published AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('PAYMENT', 'REFUND', 'REVERSAL')) EXECUTE FUNCTION purchase_money_is_published();

GRANT SELECT ON purchase_document, purchase_money TO ${runtime_role};
GRANT INSERT (event) ON purchase_release TO ${runtime_role};
