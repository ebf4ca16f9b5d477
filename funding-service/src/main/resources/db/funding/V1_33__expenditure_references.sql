-- A line of a batch is known by its sender's reference and recorded once in its ledger, however often and at whatever moment
-- it is sent; as a receipt is by the reference of the bank.
ALTER TABLE expenditure ADD COLUMN reference varchar(64) CHECK (btrim(reference) <> '');
CREATE UNIQUE INDEX expenditure_reference ON expenditure (ledger, reference);
GRANT INSERT (reference) ON expenditure TO ${runtime_role};

-- What was recorded under a reference is asked of the expenditures.
DROP INDEX batch_line_reference;
