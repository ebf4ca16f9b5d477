-- Of which divisions it is told how a day ended (Art. 36): once, by whichever process is first.
CREATE TABLE indicator_day (
  division char(12) NOT NULL,
  day      date     NOT NULL,
  PRIMARY KEY (day, division)
);
GRANT SELECT, INSERT ON indicator_day TO ${runtime_role};
