package cn.shequ.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Money that is owed: by whom, what of it is overdue, and where the pool's money goes (Art. 11, 15, 20, 21, 22). */
class MoneyInIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final City CITY = SuiteUnderTest.city();

    private final City.Visitor finance = CITY.as("finance-officer", Places.NANGUAN, null);
    private final City.Visitor cityFinance = CITY.as("finance-officer", Places.CITY, null);
    private final City.Visitor accountant = CITY.as("subdistrict-accountant", Places.NANGUAN, null);

    /** The territory is known, and the working funds of the year are allocated. */
    @BeforeAll
    static void allocate() {
        SuiteUnderTest.story().allocation();
    }

    /** What workforce says; it has no trainings and payrolls of its own yet. */
    private static void workforceSays(String name, String subject, Map<String, Object> data) {
        Map<String, Object> event = Map.ofEntries(
                Map.entry("specversion", "1.0"),
                Map.entry("id", UUID.randomUUID().toString()),
                Map.entry("source", "/workforce"),
                Map.entry("type", "cn.shequ.workforce." + name + ".v1"),
                Map.entry("subject", subject),
                Map.entry("time", "2026-01-05T08:00:00Z"),
                Map.entry("datacontenttype", "application/json"),
                Map.entry("dataschema", "urn:shequ:event:workforce:" + name + ":v1"),
                Map.entry("division", Places.NANGUAN),
                Map.entry("partitionkey", Places.NANGUAN),
                Map.entry("sequence", 0),
                Map.entry("data", data));
        String brokers = String.valueOf(SuiteUnderTest.processes().addresses().kafka());
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    "workforce.events",
                    Places.NANGUAN,
                    JsonMapper.builder().build().valueToTree(event).toString().getBytes(UTF_8)));
        }
    }

    private JsonNode owed(String decision, int count) {
        return City.eventually("what is owed for " + decision, PATIENCE, () -> {
            JsonNode items = cityFinance
                    .get("/funding/v1/obligations?decision=" + decision)
                    .expect(200)
                    .json()
                    .path("items");
            return items.size() == count ? items : null;
        });
    }

    private static JsonNode share(JsonNode owed, String share) {
        for (JsonNode each : owed) {
            if (each.path("share").asText().equals(share)) {
                return each;
            }
        }
        throw new AssertionError("no " + share + " in " + owed);
    }

    @Test
    @Tag("art-20-allows")
    @Tag("art-20-refuses")
    @Tag("art-11-refuses")
    void trainingIsPaidOneToOneAndWhatIsNotPaidInTimeIsOverdue() {
        String training = UUID.randomUUID().toString();
        workforceSays(
                "training-completed",
                training,
                Map.of(
                        "training",
                        training,
                        "division",
                        Places.NANGUAN,
                        "cost",
                        "18000.01",
                        "participants",
                        36,
                        "completedOn",
                        TODAY.minusDays(60).toString(),
                        "payBy",
                        TODAY.minusDays(30).toString()));
        JsonNode owed = owed(training, 2);
        JsonNode ofCity = share(owed, "CITY_SHARE");
        assertThat(ofCity.path("payer").asText()).isEqualTo(Places.CITY);
        assertThat(ofCity.path("amountDue").asText()).isEqualTo("9000.01");
        assertThat(share(owed, "DISTRICT_SHARE").path("payer").asText()).isEqualTo(Places.NANGUAN);
        assertThat(share(owed, "DISTRICT_SHARE").path("amountDue").asText()).isEqualTo("9000.00");

        String overdue = "/funding/v1/obligations?overdue=true&decision=" + training;
        assertThat(finance.get(overdue).expect(200).json().path("items")).hasSize(2);
        finance.post(
                        "/funding/v1/receipts",
                        Map.of(
                                "ledger",
                                ofCity.path("ledger").asText(),
                                "payer",
                                Places.CITY,
                                "amount",
                                "9000.01",
                                "bookedOn",
                                TODAY.toString(),
                                "bankReference",
                                "TRAINING-" + training,
                                "settles",
                                List.of(Map.of("obligation", ofCity.path("id").asText(), "amount", "9000.01"))))
                .expect(201);
        JsonNode left = finance.get(overdue).expect(200).json().path("items");
        assertThat(left).hasSize(1);
        assertThat(left.at("/0/share").asText()).isEqualTo("DISTRICT_SHARE");
    }

    @Test
    @Tag("art-21-allows")
    @Tag("art-22-allows")
    @Tag("art-21-refuses")
    @Tag("art-22-refuses")
    void allowancesAreOwedByTheDistrictAndSpentOnNothingElse() {
        String payroll = UUID.randomUUID().toString();
        workforceSays(
                "payroll-approved",
                payroll,
                Map.of(
                        "payroll",
                        payroll,
                        "division",
                        Places.NANGUAN,
                        "year",
                        TODAY.getYear(),
                        "approvedOn",
                        TODAY.toString(),
                        "payBy",
                        TODAY.plusDays(20).toString(),
                        "part",
                        1,
                        "parts",
                        1,
                        "items",
                        List.of(
                                pay("COMMITTEE_ALLOWANCE", Places.NANGUAN, "24500.00"),
                                pay("TITLE_ALLOWANCE", Places.NANGUAN, "600.00"),
                                pay("POST_PAY", Places.HEALTH, "8160.00"))));
        JsonNode owed = owed(payroll, 3);
        assertThat(share(owed, "COMMITTEE_ALLOWANCE").path("payer").asText()).isEqualTo(Places.NANGUAN);
        assertThat(share(owed, "TITLE_ALLOWANCE").path("payer").asText()).isEqualTo(Places.NANGUAN);
        assertThat(share(owed, "POST_PAY").path("payer").asText()).isEqualTo(Places.HEALTH);
        Answer diverted = accountant.post(
                "/funding/v1/expenditures",
                Map.of(
                        "fund", share(owed, "TITLE_ALLOWANCE").path("fund").asText(),
                        "category", "RECEPTION",
                        "amount", "600.00",
                        "payee", "某某酒店",
                        "purpose", "接待",
                        "evidence", List.of(),
                        "bookedOn", TODAY.toString()));
        assertThat(diverted.status()).isEqualTo(422);
        assertThat(diverted.articles()).containsExactly(16);
    }

    private static Map<String, Object> pay(String kind, String payer, String amount) {
        return Map.of("community", Places.HENGAN, "kind", kind, "payer", payer, "amount", amount);
    }

    @Test
    @Tag("art-15-allows")
    @Tag("art-15-refuses")
    void aBudgetIsAdoptedOnceAndAFallIsReported() {
        String first = adopted(2012, "2000.00");
        String fell = adopted(2013, "1999.99");
        assertThat(cityFinance
                        .post("/funding/v1/budgets", budget(2012, "3000.00"))
                        .articles())
                .containsExactly(15);
        JsonNode falls = finance.get("/funding/v1/budgets?fell=true&division=" + Places.NANGUAN)
                .expect(200)
                .json()
                .path("items");
        assertThat(falls.findValuesAsText("id")).contains(fell).doesNotContain(first);
    }

    private String adopted(int year, String workingCosts) {
        String id = finance.post("/funding/v1/budgets", budget(year, workingCosts))
                .expect(201)
                .text("/id");
        Map<String, String> document = Map.of("documentNumber", "示例财预〔2011〕12号", "adoptedOn", "2011-12-20");
        assertThat(finance.post("/funding/v1/budgets/" + id + "/adoption", document)
                        .status())
                .isEqualTo(422);
        cityFinance.post("/funding/v1/budgets/" + id + "/adoption", document).expect(200);
        return id;
    }

    private static Map<String, Object> budget(int year, String workingCosts) {
        return Map.of(
                "division",
                Places.NANGUAN,
                "fiscalYear",
                year,
                "lines",
                Map.of(
                        "UPKEEP", "900.00",
                        "INFORMATISATION", "300.00",
                        "WORKING_COSTS", workingCosts,
                        "TRAINING", "120.00",
                        "PAY", "9600.00"));
    }

    @Test
    @Tag("art-15-allows")
    @Tag("art-15-refuses")
    void poolMoneyReachesTheCommunitiesByADecisionAndIsSpentForNamedOnesOnly() {
        JsonNode pool = finance.get("/funding/v1/pools?fiscalYear=" + TODAY.getYear())
                .expect(200)
                .json()
                .at("/items/0");
        String id = pool.path("id").asText();
        finance.post(
                        "/funding/v1/receipts",
                        Map.of(
                                "ledger",
                                pool.path("ledger").asText(),
                                "payer",
                                Places.CITY,
                                "amount",
                                "300.00",
                                "bookedOn",
                                TODAY.toString(),
                                "bankReference",
                                "POOL-OF-" + id))
                .expect(201);
        Answer unnamed = accountant.post(
                "/funding/v1/expenditures",
                Map.of(
                        "fund", id,
                        "category", "PREMISES_UPKEEP",
                        "amount", "100.00",
                        "payee", "某某工程队",
                        "purpose", "屋面维修",
                        "evidence", List.of(),
                        "bookedOn", TODAY.toString()));
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.articles()).containsExactly(15);

        String distribution = accountant
                .post(
                        "/funding/v1/pools/" + id + "/distributions",
                        Map.of(
                                "amount", "200.00",
                                "bookedOn", TODAY.toString(),
                                "weights", List.of(Map.of("community", Places.BAIYI, "weight", 1))))
                .expect(201)
                .text("/id");
        CITY.as("subdistrict-approver", Places.NANGUAN, null)
                .post("/funding/v1/expenditures/" + distribution + "/approval", Map.of())
                .expect(200);
        CITY.as("subdistrict-cashier", Places.NANGUAN, null)
                .post("/funding/v1/expenditures/" + distribution + "/payment", Map.of("bookedOn", TODAY.toString()))
                .expect(200);
        JsonNode after = finance.get("/funding/v1/pools/" + id).expect(200).json();
        assertThat(after.path("distributed").asText()).isEqualTo("200.00");
        assertThat(after.path("left").asText()).isEqualTo("100.00");
        JsonNode community = finance.get("/funding/v1/obligations?status=PARTLY_PAID&community=" + Places.BAIYI)
                .expect(200)
                .json()
                .path("items");
        assertThat(share(community, "POOL_SHARE").path("paid").asText()).isEqualTo("200.00");
    }
}
