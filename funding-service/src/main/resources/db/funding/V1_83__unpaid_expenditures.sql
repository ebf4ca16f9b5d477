-- What still waits for somebody is little beside all that was ever paid: it is found without reading that.
CREATE INDEX expenditure_unpaid ON expenditure (ledger, stage, id) WHERE stage <> 'PAID';
