-- What law expressly gives to residents' committees: needs no admission (Art. 4).
CREATE TABLE statutory_duty (
  code        varchar(64)  PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{0,63}$'),
  title_zh    varchar(200) NOT NULL,
  title_en    varchar(200) NOT NULL,
  basis_kind  varchar(30)  NOT NULL CHECK (basis_kind IN
    ('PARTY_CONSTITUTION', 'LAW', 'ADMINISTRATIVE_REGULATION', 'LOCAL_REGULATION')),
  citation_zh varchar(200) NOT NULL,
  citation_en varchar(200) NOT NULL,
  valid_from  date         NOT NULL,
  valid_to    date,
  CHECK (valid_to >= valid_from)
);
GRANT SELECT, INSERT ON statutory_duty TO ${runtime_role};

-- Organic Law of the Urban Residents' Committees, Art. 3. Its items 4 and 5 say "assist": assistance to government
-- is what Art. 4 of the policy puts under admission, so they are not listed as exempt.
INSERT INTO statutory_duty (code, title_zh, title_en, basis_kind, citation_zh, citation_en, valid_from) VALUES
('LAW_AND_POLICY_EDUCATION',
 '宣传宪法、法律、法规和国家的政策，维护居民的合法权益，教育居民履行依法应尽的义务，爱护公共财产',
 'Make law and state policy known, uphold residents'' lawful rights, educate them in their duties and in care for public property',
 'LAW', '《中华人民共和国城市居民委员会组织法》第三条第（一）项', 'Organic Law of the Urban Residents'' Committees, Art. 3(1)', '1990-01-01'),
('RESIDENTS_PUBLIC_AFFAIRS',
 '办理本居住地区居民的公共事务和公益事业', 'Handle the public affairs and public-welfare undertakings of the residents of the area',
 'LAW', '《中华人民共和国城市居民委员会组织法》第三条第（二）项', 'Organic Law of the Urban Residents'' Committees, Art. 3(2)', '1990-01-01'),
('CIVIL_MEDIATION',
 '调解民间纠纷', 'Mediate disputes among residents',
 'LAW', '《中华人民共和国城市居民委员会组织法》第三条第（三）项', 'Organic Law of the Urban Residents'' Committees, Art. 3(3)', '1990-01-01'),
('CONVEYING_RESIDENTS_OPINIONS',
 '向人民政府或者它的派出机关反映居民的意见、要求和提出建议', 'Convey residents'' opinions, demands and proposals to government or its agencies',
 'LAW', '《中华人民共和国城市居民委员会组织法》第三条第（六）项', 'Organic Law of the Urban Residents'' Committees, Art. 3(6)', '1990-01-01');
