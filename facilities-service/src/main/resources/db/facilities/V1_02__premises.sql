-- Service premises (Art. 12) and, of those handed over with a development, who owns them (Art. 14).
CREATE TABLE premises (
  id          uuid         PRIMARY KEY,
  community   char(12)     NOT NULL CHECK (community ~ '^[1-9][0-9]{11}$'),
  address     varchar(200) NOT NULL,
  obtained    varchar(20)  NOT NULL
              CHECK (obtained IN ('NEW', 'REBUILT', 'EXTENDED', 'JOINT', 'LEASED', 'SWAPPED', 'SHARED')),
  title       varchar(30)  NOT NULL
              CHECK (title IN ('DISTRICT_GOVERNMENT', 'SUBDISTRICT_OFFICE', 'OTHER_PUBLIC_BODY', 'PRIVATE_OWNER')),
  handed_over boolean      NOT NULL,
  uses        text[]       NOT NULL CHECK (cardinality(uses) BETWEEN 1 AND 10),
  version     int          NOT NULL CHECK (version > 0),
  recorded_at timestamptz  NOT NULL DEFAULT now(),
  recorded_by varchar(200) NOT NULL,
  CONSTRAINT handed_over_belongs_to_the_district CHECK (NOT handed_over OR title = 'DISTRICT_GOVERNMENT'),
  UNIQUE (id, handed_over)
);
CREATE INDEX premises_community ON premises (community);

-- The area from a day on. Nothing is taken back: premises that are given up have an area of 0.00 from then on.
CREATE TABLE premises_area (
  premises           uuid          NOT NULL REFERENCES premises,
  valid_from         date          NOT NULL,
  area_square_metres numeric(12,2) NOT NULL CHECK (area_square_metres >= 0),
  recorded_at        timestamptz   NOT NULL DEFAULT now(),
  recorded_by        varchar(200)  NOT NULL,
  PRIMARY KEY (premises, valid_from)
);

-- Disposals, and the attempts at disposals that Art. 14 forbids. Of handed-over premises only attempts exist.
CREATE TABLE premises_disposal (
  id           uuid         PRIMARY KEY,
  premises     uuid         NOT NULL,
  handed_over  boolean      NOT NULL,
  disposal     varchar(20)  NOT NULL CHECK (disposal IN ('LEASE_OUT', 'TRANSFER', 'MORTGAGE')),
  counterparty char(18),
  planned_on   date         NOT NULL,
  outcome      varchar(20)  NOT NULL CHECK (outcome IN ('RECORDED', 'REFUSED')),
  recorded_at  timestamptz  NOT NULL DEFAULT now(),
  recorded_by  varchar(200) NOT NULL,
  FOREIGN KEY (premises, handed_over) REFERENCES premises (id, handed_over),
  CONSTRAINT handed_over_is_never_disposed_of CHECK (handed_over = (outcome = 'REFUSED'))
);
CREATE INDEX premises_disposal_premises ON premises_disposal (premises);

GRANT SELECT, INSERT ON premises, premises_area, premises_disposal TO ${runtime_role};
GRANT UPDATE (version) ON premises TO ${runtime_role};
