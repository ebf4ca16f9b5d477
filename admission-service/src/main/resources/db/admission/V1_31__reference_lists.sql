-- The two closed lists of the policy, in its order and words, each row with its source.
CREATE TABLE assistance_domain (
  code        varchar(40)  PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]*$'),
  position    int          NOT NULL UNIQUE CHECK (position > 0),
  name_zh     varchar(64)  NOT NULL UNIQUE CHECK (name_zh ~ '\S'),
  name_en     varchar(64)  NOT NULL UNIQUE CHECK (name_en ~ '\S'),
  article     int          NOT NULL CHECK (article > 0),
  citation_zh varchar(200) NOT NULL CHECK (citation_zh ~ '\S'),
  citation_en varchar(200) NOT NULL CHECK (citation_en ~ '\S')
);
GRANT SELECT ON assistance_domain TO ${runtime_role};

INSERT INTO assistance_domain (code, position, name_zh, name_en, article, citation_zh, citation_en)
SELECT code, position, name_zh, name_en, 4, '长办发〔2011〕39号第4条', 'Chang Ban Fa [2011] No. 39, Art. 4'
FROM (VALUES
  (1, 'PUBLIC_SECURITY', '社会治安', 'Public security'),
  (2, 'COMMUNITY_CORRECTION', '社区矫正', 'Community correction'),
  (3, 'PUBLIC_HEALTH', '公共卫生', 'Public health'),
  (4, 'FAMILY_PLANNING', '计划生育', 'Family planning'),
  (5, 'PREFERENTIAL_TREATMENT_AND_RELIEF', '优抚救济', 'Preferential treatment and relief'),
  (6, 'COMMUNITY_EDUCATION', '社区教育', 'Community education'),
  (7, 'EMPLOYMENT', '劳动就业', 'Employment'),
  (8, 'SOCIAL_SECURITY', '社会保障', 'Social security'),
  (9, 'SOCIAL_ASSISTANCE', '社会救助', 'Social assistance'),
  (10, 'HOUSING_SECURITY', '住房保障', 'Housing security'),
  (11, 'CULTURE_AND_SPORTS', '文化体育', 'Culture and sports'),
  (12, 'CONSUMER_RIGHTS', '消费维权', 'Consumer rights'),
  (13, 'RIGHTS_OF_THE_ELDERLY', '老年人权益保障', 'Rights of the elderly'),
  (14, 'RIGHTS_OF_THE_DISABLED', '残疾人权益保障', 'Rights of the disabled'),
  (15, 'RIGHTS_OF_MINORS', '未成年人权益保障', 'Rights of minors'),
  (16, 'RIGHTS_OF_THE_FLOATING_POPULATION', '流动人口权益保障', 'Rights of the floating population'))
  listed (position, code, name_zh, name_en);

-- The list of codes stood a second time in the form.
ALTER TABLE task_application
  DROP CONSTRAINT task_application_domain_check,
  ADD CONSTRAINT one_of_the_domains FOREIGN KEY (domain) REFERENCES assistance_domain;

ALTER TABLE cooperation_function
  ADD COLUMN position    int          UNIQUE CHECK (position > 0),
  ADD COLUMN name_zh     varchar(64)  UNIQUE CHECK (name_zh ~ '\S'),
  ADD COLUMN name_en     varchar(64)  UNIQUE CHECK (name_en ~ '\S'),
  ADD COLUMN article     int          NOT NULL DEFAULT 35 CHECK (article > 0),
  ADD COLUMN citation_zh varchar(200) NOT NULL DEFAULT '长办发〔2011〕39号第35条' CHECK (citation_zh ~ '\S'),
  ADD COLUMN citation_en varchar(200) NOT NULL DEFAULT 'Chang Ban Fa [2011] No. 39, Art. 35' CHECK (citation_en ~ '\S');

UPDATE cooperation_function f SET position = listed.position, name_zh = listed.name_zh, name_en = listed.name_en
FROM (VALUES
  (1, 'CIVIL_AFFAIRS', '民政', 'Civil affairs'),
  (2, 'EDUCATION', '教育', 'Education'),
  (3, 'PUBLIC_SECURITY', '公安', 'Public security'),
  (4, 'JUSTICE', '司法', 'Justice'),
  (5, 'HUMAN_RESOURCES_AND_SOCIAL_SECURITY', '人力资源和社会保障', 'Human resources and social security'),
  (6, 'URBAN_AND_RURAL_CONSTRUCTION', '城乡建设', 'Urban and rural construction'),
  (7, 'CITY_MANAGEMENT', '城市管理', 'City management'),
  (8, 'CULTURE', '文化', 'Culture'),
  (9, 'HEALTH', '卫生', 'Health'),
  (10, 'SPORTS', '体育', 'Sports'),
  (11, 'POPULATION_AND_FAMILY_PLANNING', '人口和计划生育', 'Population and family planning'),
  (12, 'ENVIRONMENTAL_PROTECTION', '环境保护', 'Environmental protection'),
  (13, 'DEVELOPMENT_AND_REFORM', '发展改革', 'Development and reform'),
  (14, 'FINANCE', '财政', 'Finance'),
  (15, 'FINANCIAL_SECTOR', '金融', 'Financial sector'),
  (16, 'TAXATION', '税务', 'Taxation'),
  (17, 'INDUSTRY_AND_COMMERCE', '工商', 'Industry and commerce'),
  (18, 'TRADE_UNIONS', '工会', 'Trade unions'),
  (19, 'YOUTH_LEAGUE', '共青团', 'Communist Youth League'),
  (20, 'WOMENS_FEDERATION', '妇联', 'Women''s federation'),
  (21, 'DISABLED_PERSONS_FEDERATION', '残联', 'Disabled persons'' federation'),
  (22, 'AGEING', '老龄', 'Ageing'),
  (23, 'CHARITY', '慈善', 'Charity')) listed (position, code, name_zh, name_en)
WHERE listed.code = f.code;

ALTER TABLE cooperation_function
  ALTER COLUMN position SET NOT NULL,
  ALTER COLUMN name_zh SET NOT NULL,
  ALTER COLUMN name_en SET NOT NULL,
  ALTER COLUMN article DROP DEFAULT,
  ALTER COLUMN citation_zh DROP DEFAULT,
  ALTER COLUMN citation_en DROP DEFAULT;
