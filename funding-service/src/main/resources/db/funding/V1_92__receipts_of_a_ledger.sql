-- A page of a ledger's receipts is read, and not all of them sorted for it.
CREATE INDEX IF NOT EXISTS receipt_ledger ON receipt (ledger, id);
