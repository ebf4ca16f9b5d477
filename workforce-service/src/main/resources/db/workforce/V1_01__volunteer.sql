-- Volunteers (Art. 19). Who somebody is stands in sealed_person only, and is gone with the withdrawal; what is left
-- is a number in the totals of past days.
CREATE TABLE volunteer (
  id            uuid         PRIMARY KEY,
  community     char(12)     NOT NULL CHECK (community ~ '^[1-9][0-9]{11}$'),
  category      varchar(20)  NOT NULL CHECK (category IN ('PARTY_MEMBER', 'LEAGUE_MEMBER', 'CIVIL_SERVANT',
                               'PROFESSIONAL', 'TEACHER', 'STUDENT', 'HEALTHY_RETIREE', 'OTHER')),
  registered_on date         NOT NULL,
  withdrawn_on  date,
  subject       varchar(200) UNIQUE,
  identity_hash bytea        UNIQUE CHECK (octet_length(identity_hash) = 32),
  key_version   int          CHECK (key_version > 0),
  -- A nonce of 12 bytes and a tag of 16 stand around the cipher text.
  sealed_person bytea        CHECK (octet_length(sealed_person) BETWEEN 29 AND 4096),
  skills        text[],
  availability  text[],
  consented_at  timestamptz,
  CHECK (withdrawn_on >= registered_on),
  CONSTRAINT volunteer_is_a_person_or_a_number CHECK (
    num_nonnulls(subject, identity_hash, key_version, sealed_person, skills, availability, consented_at)
      = CASE WHEN withdrawn_on IS NULL THEN 7 ELSE 0 END)
);
CREATE INDEX volunteer_listed ON volunteer (community, id) WHERE withdrawn_on IS NULL;
-- Coverage is public: it is counted from the index alone.
CREATE INDEX volunteer_counted ON volunteer (community, registered_on, withdrawn_on);

-- Nobody comes back from withdrawal, and a number is never changed into another.
CREATE FUNCTION volunteer_stays_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'volunteer % has withdrawn', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER stays_withdrawn BEFORE UPDATE ON volunteer
  FOR EACH ROW WHEN (OLD.withdrawn_on IS NOT NULL) EXECUTE FUNCTION volunteer_stays_withdrawn();

GRANT SELECT, INSERT ON volunteer TO ${runtime_role};
GRANT UPDATE (withdrawn_on, subject, identity_hash, key_version, sealed_person, skills, availability, consented_at)
  ON volunteer TO ${runtime_role};
