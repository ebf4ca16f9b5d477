-- Every fen of a district's pool goes to named communities (Art. 15): distributed to their funds, or spent by the district
-- for them. Who decides, approves and pays is kept as for every expenditure; what follows in the subdistricts' ledgers is
-- booked in the same transaction as the payment.

CREATE TABLE expenditure_share (
  expenditure uuid          NOT NULL REFERENCES expenditure,
  community   char(12)      NOT NULL,
  amount      numeric(19,2) NOT NULL CHECK (amount > 0),
  -- What a distribution settles: the pool's debt to the community.
  obligation  uuid          REFERENCES obligation,
  PRIMARY KEY (expenditure, community)
);
CREATE INDEX expenditure_share_obligation ON expenditure_share (obligation) WHERE obligation IS NOT NULL;
CREATE INDEX expenditure_share_community ON expenditure_share (community);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON expenditure_share EXECUTE FUNCTION refuse_change();

-- Named communities add up to the expenditure, to the fen; a pool always names them; a distribution settles what the pool
-- owes them. As the sum is right once, nothing can be added to it later.
CREATE FUNCTION require_shares(checked uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM expenditure x JOIN fund f ON f.id = x.fund
    LEFT JOIN LATERAL (SELECT sum(s.amount) AS total FROM expenditure_share s WHERE s.expenditure = x.id) named ON true
    WHERE x.id = checked AND (f.purpose = 'POOL' OR named.total IS NOT NULL) AND named.total IS DISTINCT FROM x.amount) THEN
    RAISE EXCEPTION 'the communities of expenditure % do not add up', checked USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM expenditure x JOIN expenditure_share s ON s.expenditure = x.id JOIN ledger l ON l.id = x.ledger
    LEFT JOIN obligation o ON o.id = s.obligation
    WHERE x.id = checked AND CASE x.category
      WHEN 'DISTRIBUTION' THEN (o.share = 'POOL_SHARE' AND o.community = s.community AND o.payer = l.division) IS NOT TRUE
      ELSE s.obligation IS NOT NULL END) THEN
    RAISE EXCEPTION 'expenditure % settles what its pool does not owe', checked USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION expenditure_names_communities() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM require_shares(NEW.id);
  RETURN NULL;
END $$;

CREATE FUNCTION share_adds_up() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM require_shares(NEW.expenditure);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER names_communities AFTER INSERT ON expenditure DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION expenditure_names_communities();
CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT ON expenditure_share DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION share_adds_up();

-- A distribution is paid only together with its receipts, and comes back only after they were taken back: the same money
-- never stands in two ledgers, and never in none.
CREATE FUNCTION distribution_arrives() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM expenditure x JOIN expenditure_share s ON s.expenditure = x.id
    WHERE x.id = NEW.expenditure AND x.category = 'DISTRIBUTION' AND (NEW.step = 'PAID') <> EXISTS (
      SELECT FROM receipt r JOIN settlement t ON t.receipt = r.id JOIN entry e ON e.id = t.entry
      WHERE r.bank_reference = 'POOL/' || s.expenditure || '/' || s.community AND e.kind = 'RECEIPT'
        AND t.obligation = s.obligation AND t.amount = s.amount
        AND NOT EXISTS (SELECT FROM entry v WHERE v.reverses = e.id))) THEN
    RAISE EXCEPTION 'expenditure % is % without its receipts', NEW.expenditure, NEW.step USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER arrives AFTER INSERT ON expenditure_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.step IN ('PAID', 'RETURNED')) EXECUTE FUNCTION distribution_arrives();

GRANT SELECT, INSERT ON expenditure_share TO ${runtime_role};
