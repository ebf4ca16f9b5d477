-- A balance is wanted until a day and of all accounts: by the day first, what a month moved lies together, and an account of it is
-- found among its few rows.
ALTER TABLE ledger_day DROP CONSTRAINT ledger_day_pkey, ADD PRIMARY KEY (ledger, day, account);
ALTER TABLE ledger_month DROP CONSTRAINT ledger_month_pkey, ADD PRIMARY KEY (ledger, month, account);
ALTER TABLE ledger_year DROP CONSTRAINT ledger_year_pkey, ADD PRIMARY KEY (ledger, year, account);
