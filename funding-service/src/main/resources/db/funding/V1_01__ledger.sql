-- The ledger (Art. 16): double entry, append-only. What must never be is refused here, whoever asks: the runtime role
-- may only read and add, and functions that need more run as the owner, with a search path nobody can shadow.

CREATE TABLE ledger (
  id        uuid        PRIMARY KEY,
  division  char(12)    NOT NULL UNIQUE,
  kind      varchar(10) NOT NULL CHECK (kind IN ('SPECIAL', 'POOL')),
  opened_on date        NOT NULL
);

CREATE TABLE fund (
  id          uuid         PRIMARY KEY,
  ledger      uuid         NOT NULL REFERENCES ledger,
  source      varchar(20)  NOT NULL,
  purpose     varchar(30)  NOT NULL,
  community   char(12),
  fiscal_year int          NOT NULL CHECK (fiscal_year BETWEEN 2011 AND 2999),
  categories  text[]       NOT NULL CHECK (cardinality(categories) > 0),
  spend_by    date         NOT NULL,
  reference   uuid,
  opened_by   varchar(200) NOT NULL,
  opened_at   timestamptz  NOT NULL
);
-- One fund per decision, community, year, giver and purpose: an event or command that comes twice opens none twice.
CREATE UNIQUE INDEX fund_of_decision ON fund (reference, ledger, community, fiscal_year, source, purpose) NULLS NOT DISTINCT
  WHERE reference IS NOT NULL;
CREATE INDEX fund_ledger ON fund (ledger, id);

CREATE TABLE entry (
  id          uuid         PRIMARY KEY,
  recorded    bigint       GENERATED ALWAYS AS IDENTITY UNIQUE,
  ledger      uuid         NOT NULL REFERENCES ledger,
  booked_on   date         NOT NULL,
  kind        varchar(20)  NOT NULL CHECK (kind IN (
    'OPENING',
    'RECEIPT',
    'DONATION',
    'REALLOCATION',
    'RESERVATION',
    'RELEASE',
    'COMMITMENT',
    'PAYMENT',
    'REFUND',
    'RETURN',
    'RETURN_PAYMENT',
    'REVERSAL')),
  document    uuid         NOT NULL,
  reverses    uuid         UNIQUE REFERENCES entry,
  made_by     varchar(200) NOT NULL,
  recorded_at timestamptz  NOT NULL,
  -- The last event that told of this entry: known at a log number are the entries whose event has that number or less.
  event       bigint       NOT NULL REFERENCES event_outbox (id),
  -- Nobody but the default fills this in.
  made_in     xid8         NOT NULL DEFAULT pg_current_xact_id(),
  CHECK ((kind = 'REVERSAL') = (reverses IS NOT NULL)),
  CHECK (reverses <> id)
);
CREATE INDEX entry_ledger ON entry (ledger, recorded);
CREATE INDEX entry_event ON entry (event);
CREATE INDEX entry_document ON entry (document);

-- Debit is positive, credit negative.
CREATE TABLE posting (
  entry    uuid          NOT NULL REFERENCES entry,
  line     int           NOT NULL CHECK (line > 0),
  account  varchar(20)   NOT NULL
    CHECK (account IN ('BANK', 'RECEIVABLE', 'AVAILABLE', 'RESERVED', 'COMMITTED', 'PAYABLE', 'APPLIED', 'SPENT')),
  fund     uuid          REFERENCES fund,
  category varchar(40),
  payer    varchar(18),
  amount   numeric(19,2) NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (entry, line),
  CHECK ((account = 'BANK') = (fund IS NULL)),
  CHECK ((account = 'SPENT') = (category IS NOT NULL)),
  CHECK ((account = 'RECEIVABLE') = (payer IS NOT NULL))
);
CREATE INDEX posting_fund ON posting (fund, account);
CREATE INDEX posting_receivable ON posting (fund, payer) INCLUDE (amount) WHERE account = 'RECEIVABLE';

-- What a fund held at the end of each day on which it moved. No day, past days included, ends below zero.
CREATE TABLE fund_day (
  fund      uuid          NOT NULL REFERENCES fund,
  day       date          NOT NULL,
  available numeric(19,2) NOT NULL CONSTRAINT fund_day_available_not_negative CHECK (available >= 0),
  committed numeric(19,2) NOT NULL CONSTRAINT fund_day_committed_not_negative CHECK (committed >= 0),
  reserved  numeric(19,2) NOT NULL CONSTRAINT fund_day_reserved_not_negative CHECK (reserved >= 0),
  payable   numeric(19,2) NOT NULL CONSTRAINT fund_day_payable_not_negative CHECK (payable >= 0),
  PRIMARY KEY (fund, day)
);

CREATE TABLE closed_period (
  ledger    uuid         NOT NULL REFERENCES ledger,
  year      int          NOT NULL,
  month     int          NOT NULL CHECK (month BETWEEN 1 AND 12),
  closed_by varchar(200) NOT NULL,
  closed_at timestamptz  NOT NULL,
  PRIMARY KEY (ledger, year, month)
);

-- Voucher numbers, given a moment after the entry by number_vouchers: no writer waits for another because of them.
CREATE TABLE voucher (
  entry  uuid PRIMARY KEY REFERENCES entry,
  ledger uuid NOT NULL,
  year   int  NOT NULL,
  month  int  NOT NULL,
  number int  NOT NULL CHECK (number > 0),
  UNIQUE (ledger, year, month, number)
);
CREATE TABLE unnumbered_entry (
  recorded bigint PRIMARY KEY,
  entry    uuid   NOT NULL REFERENCES entry
);
