-- Purchase of services from social organisations (Art. 25): what a unit buys (目录), each demand (需求), the bids, their
-- evaluation and the award. All of it is only ever added; the stage of a purchase follows from its steps.

CREATE TABLE purchase_item (
  id          uuid          PRIMARY KEY,
  division    char(12)      NOT NULL,
  code        varchar(40)   NOT NULL,
  title       varchar(200)  NOT NULL,
  description varchar(2000) NOT NULL,
  listed_by   varchar(200)  NOT NULL,
  listed_at   timestamptz   NOT NULL,
  UNIQUE (division, code)
);

CREATE TABLE purchase_item_withdrawal (
  item      uuid         PRIMARY KEY REFERENCES purchase_item,
  by_person varchar(200) NOT NULL,
  at        timestamptz  NOT NULL
);

CREATE TABLE purchase (
  id                   uuid          PRIMARY KEY,
  item                 uuid          NOT NULL REFERENCES purchase_item,
  ledger               uuid          NOT NULL REFERENCES ledger,
  fund                 uuid          NOT NULL REFERENCES fund,
  division             char(12)      NOT NULL,
  department           char(18),
  title                varchar(200)  NOT NULL,
  description          varchar(4000) NOT NULL,
  budget               numeric(19,2) NOT NULL CHECK (budget > 0),
  bids_due_at          timestamptz   NOT NULL,
  least_satisfaction   int           NOT NULL CHECK (least_satisfaction BETWEEN 0 AND 100),
  -- Who failed is tendered again at most once; that one may fail and be tendered again in turn.
  retenders            uuid          UNIQUE REFERENCES purchase,
  planned_by           varchar(200)  NOT NULL,
  planned_at           timestamptz   NOT NULL,
  stage                varchar(20)   NOT NULL DEFAULT 'PLANNED' CHECK (stage IN
    ('PLANNED', 'PUBLISHED', 'EVALUATING', 'AWARDED', 'CONTRACTED', 'COMPLETED', 'TERMINATED', 'FAILED', 'CANCELLED'))
);
CREATE INDEX purchase_fund ON purchase (fund) WHERE stage IN ('PLANNED', 'PUBLISHED', 'EVALUATING', 'AWARDED');
CREATE INDEX purchase_division ON purchase (division, id);

CREATE TABLE purchase_criterion (
  purchase uuid         NOT NULL REFERENCES purchase,
  code     varchar(40)  NOT NULL,
  kind     varchar(10)  NOT NULL CHECK (kind IN ('PRICE', 'QUALITY')),
  title    varchar(100) NOT NULL,
  weight   int          NOT NULL CHECK (weight BETWEEN 1 AND 100),
  PRIMARY KEY (purchase, code)
);
CREATE UNIQUE INDEX purchase_criterion_one_price ON purchase_criterion (purchase) WHERE kind = 'PRICE';

CREATE TABLE purchase_step (
  purchase  uuid          NOT NULL REFERENCES purchase,
  step      varchar(20)   NOT NULL CHECK (step IN
    ('PUBLISHED', 'OPENED', 'AWARDED', 'CONTRACTED', 'COMPLETED', 'TERMINATED', 'FAILED', 'CANCELLED')),
  by_person varchar(200)  NOT NULL,
  at        timestamptz   NOT NULL,
  reason    varchar(1000),
  PRIMARY KEY (purchase, step),
  CHECK ((step IN ('TERMINATED', 'CANCELLED')) <= (reason IS NOT NULL))
);

CREATE TABLE purchase_bid (
  id           uuid          PRIMARY KEY,
  purchase     uuid          NOT NULL REFERENCES purchase,
  organisation char(18)      NOT NULL REFERENCES organisation,
  amount       numeric(19,2) NOT NULL CHECK (amount > 0),
  proposal     char(64)      NOT NULL CHECK (proposal ~ '^[0-9a-f]{64}$'),
  submitted_by varchar(200)  NOT NULL,
  -- Set by the guard: the database's clock, which no bidder and no instance of the service chooses.
  received_at  timestamptz   NOT NULL,
  UNIQUE (purchase, id)
);
CREATE INDEX purchase_bid_organisation ON purchase_bid (purchase, organisation);

CREATE TABLE purchase_bid_withdrawal (
  bid       uuid         PRIMARY KEY REFERENCES purchase_bid,
  by_person varchar(200) NOT NULL,
  at        timestamptz  NOT NULL
);

-- The seal: what a bid says is read through this alone, by nobody before the deadline, and never when it was withdrawn.
CREATE VIEW purchase_opened_bid WITH (security_barrier) AS
  SELECT b.* FROM purchase_bid b JOIN purchase p ON p.id = b.purchase
  WHERE p.bids_due_at <= clock_timestamp()
    AND NOT EXISTS (SELECT FROM purchase_bid_withdrawal w WHERE w.bid = b.id);

CREATE TABLE purchase_evaluator (
  purchase     uuid         NOT NULL REFERENCES purchase,
  evaluator    varchar(200) NOT NULL,
  appointed_by varchar(200) NOT NULL,
  appointed_at timestamptz  NOT NULL,
  PRIMARY KEY (purchase, evaluator)
);

CREATE TABLE purchase_declaration (
  purchase    uuid          NOT NULL,
  evaluator   varchar(200)  NOT NULL,
  conflict    boolean       NOT NULL,
  reason      varchar(1000),
  declared_at timestamptz   NOT NULL,
  PRIMARY KEY (purchase, evaluator),
  FOREIGN KEY (purchase, evaluator) REFERENCES purchase_evaluator,
  CHECK (conflict = (reason IS NOT NULL))
);

CREATE TABLE purchase_score (
  purchase  uuid         NOT NULL,
  bid       uuid         NOT NULL,
  criterion varchar(40)  NOT NULL,
  evaluator varchar(200) NOT NULL,
  points    int          NOT NULL CHECK (points BETWEEN 0 AND 100),
  scored_at timestamptz  NOT NULL,
  PRIMARY KEY (bid, criterion, evaluator),
  FOREIGN KEY (purchase, bid) REFERENCES purchase_bid (purchase, id),
  FOREIGN KEY (purchase, criterion) REFERENCES purchase_criterion,
  FOREIGN KEY (purchase, evaluator) REFERENCES purchase_evaluator
);

CREATE TABLE purchase_award (
  purchase   uuid          PRIMARY KEY REFERENCES purchase,
  bid        uuid          NOT NULL,
  amount     numeric(19,2) NOT NULL,
  score      numeric(7,4)  NOT NULL,
  awarded_by varchar(200)  NOT NULL,
  awarded_at timestamptz   NOT NULL,
  FOREIGN KEY (purchase, bid) REFERENCES purchase_bid (purchase, id)
);

-- One OCDS release per step, as it was composed then.
CREATE TABLE purchase_release (
  id          bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  release_id  varchar(100) NOT NULL UNIQUE,
  purchase    uuid         NOT NULL REFERENCES purchase,
  released_at timestamptz  NOT NULL,
  release     text         NOT NULL
);
CREATE INDEX purchase_release_purchase ON purchase_release (purchase, id);

-- The order in which everybody reads them, given a moment after: whoever commits late comes later, so no reader misses one.
CREATE TABLE purchase_release_number (
  number  bigint PRIMARY KEY CHECK (number > 0),
  release bigint NOT NULL UNIQUE REFERENCES purchase_release
);
CREATE TABLE unnumbered_purchase_release (
  release bigint PRIMARY KEY REFERENCES purchase_release
);
