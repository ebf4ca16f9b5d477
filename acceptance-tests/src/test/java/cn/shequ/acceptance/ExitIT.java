package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A paid task that the residents reject leaves its community, and what would be due later is not due any more; so does a
 * whole application leave several (Art. 5).
 */
class ExitIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final int YEAR = TODAY.getYear();
    private static final String MATTER = "CULTURE_AND_SPORTS";
    private static final String FREE_MATTER = "RIGHTS_OF_THE_ELDERLY";
    private static final String EXITS = "/admission/v1/exit-proposals";
    private static final City CITY = SuiteUnderTest.city();

    private final City.Visitor department = CITY.as("health-nanguan");
    private final City.Visitor community = CITY.as("community-huayang");

    @Test
    @Tag("art-5-allows")
    @Tag("art-5-refuses")
    void whatResidentsRejectLeavesByDecisionOfTheGroupAndNotBefore() {
        SuiteUnderTest.story().paid();
        String placement = paidTask();

        String exit = community
                .post(EXITS, Map.of("placement", placement, "effect", "参加者不足一成，居民反映扰民"))
                .expect(201)
                .text("/id");
        Answer unheard = vote(1, exit);
        assertThat(unheard.status()).isEqualTo(409);
        assertThat(unheard.articles()).containsExactly(5);
        community
                .post(
                        EXITS + "/" + exit + "/assessment",
                        Map.of("heldOn", TODAY.toString(), "ballots", 120, "rejecting", 60))
                .expect(200);
        assertThat(vote(1, exit).text("/code")).isEqualTo("position-awaited");
        department
                .post(EXITS + "/" + exit + "/position", Map.of("position", "DISAGREES", "statement", "建议保留至年底"))
                .expect(200);
        vote(1, exit).expect(200);
        vote(2, exit).expect(200);
        assertThat(check().path("permitted").asBoolean()).isTrue();
        assertThat(vote(3, exit).expect(200).text("/filing")).startsWith(YEAR + "-");

        JsonNode refused = check();
        assertThat(refused.path("permitted").asBoolean()).isFalse();
        assertThat(refused.at("/reasons/0/code").asText()).isEqualTo("EXITED");
        assertThat(refused.at("/reasons/0/articles/0").asInt()).isEqualTo(5);
        Map<Integer, String> owed = City.eventually("the later year cancelled", PATIENCE, () -> {
            Map<Integer, String> status = new TreeMap<>();
            obligations(placement)
                    .forEach((year, obligation) ->
                            status.put(year, obligation.path("status").asText()));
            return "CANCELLED".equals(status.get(YEAR + 1)) ? status : null;
        });
        assertThat(owed).containsEntry(YEAR, "SETTLED");
    }

    @Test
    @Tag("art-5-allows")
    @Tag("art-5-refuses")
    void aWholeApplicationLeavesTheCommunitiesWhoseResidentsRejectItAndNoOther() {
        SuiteUnderTest.story().signed();
        String application = signed(freeForm());
        Map<String, String> effect = Map.of("application", application, "effect", "各社区参加者均不足一成");
        Answer notItsOwn = community.post(EXITS, effect);
        assertThat(notItsOwn.status()).isEqualTo(403);
        JsonNode proposed = department.post(EXITS, effect).expect(201).json();
        assertThat(proposed.path("communities").asInt()).isEqualTo(3);
        String exit = proposed.path("id").asText();

        assess("community-huayang", exit, 60);
        assess("community-baiyi", exit, 59);
        Answer unheard = vote(1, exit);
        assertThat(unheard.status()).isEqualTo(409);
        assertThat(unheard.articles()).containsExactly(5);
        assess("community-hengan", exit, 90);
        assertThat(vote(1, exit).text("/code")).isEqualTo("position-awaited");
        for (String each : List.of("community-huayang", "community-hengan")) {
            CITY.as(each)
                    .post(EXITS + "/" + exit + "/position", Map.of("position", "AGREES", "statement", "居民不再需要"))
                    .expect(200);
        }
        vote(1, exit).expect(200);
        vote(2, exit).expect(200);
        assertThat(vote(3, exit).expect(200).text("/filing")).startsWith(YEAR + "-");

        for (String left : List.of(Places.HUAYANG, Places.HENGAN)) {
            JsonNode refused = check(left, FREE_MATTER);
            assertThat(refused.path("permitted").asBoolean()).isFalse();
            assertThat(refused.at("/reasons/0/code").asText()).isEqualTo("EXITED");
            assertThat(refused.at("/reasons/0/articles/0").asInt()).isEqualTo(5);
        }
        assertThat(check(Places.BAIYI, FREE_MATTER).path("permitted").asBoolean())
                .isTrue();
    }

    private static void assess(String officer, String exit, int rejecting) {
        CITY.as(officer)
                .post(
                        EXITS + "/" + exit + "/assessment",
                        Map.of("heldOn", TODAY.toString(), "ballots", 120, "rejecting", rejecting))
                .expect(200);
    }

    /** Applied for, decided and signed; its id. */
    private String signed(Map<String, Object> form) {
        String application = department
                .post("/admission/v1/task-applications", form)
                .expect(201)
                .text("/id");
        String path = "/admission/v1/task-applications/" + application;
        department.post(path + "/submission", Map.of()).expect(200);
        CITY.as("office-nanguan").post(path + "/acceptance", Map.of()).expect(200);
        for (int number = 1; number <= 3; number++) {
            member(number).post(path + "/votes", Map.of("ballot", "FOR")).expect(200);
        }
        CITY.as("leader-nanguan").post(path + "/signature", Map.of()).expect(200);
        return application;
    }

    /** Its first year is paid, its second is not due yet. */
    private String paidTask() {
        String placement = department
                .get("/admission/v1/task-applications/" + signed(form()) + "/placements")
                .expect(200)
                .text("/items/0/id");
        JsonNode first = City.eventually("an obligation for each year", PATIENCE, () -> {
            Map<Integer, JsonNode> owed = obligations(placement);
            return owed.size() == 2 ? owed.get(YEAR) : null;
        });
        CITY.as("finance-nanguan")
                .post(
                        "/funding/v1/receipts",
                        Map.of(
                                "ledger",
                                first.path("ledger").asText(),
                                "payer",
                                Places.HEALTH,
                                "amount",
                                "1000.00",
                                "bookedOn",
                                TODAY.toString(),
                                "bankReference",
                                "exit-" + placement,
                                "settles",
                                List.of(Map.of("obligation", first.path("id").asText(), "amount", "1000.00"))))
                .expect(201);
        City.eventually(
                "an active placement", PATIENCE, () -> check().path("permitted").asBoolean() ? true : null);
        return placement;
    }

    private JsonNode check() {
        return check(Places.HUAYANG, MATTER);
    }

    private JsonNode check(String place, String matter) {
        return department
                .get("/admission/v1/admission-checks?department=" + Places.HEALTH + "&community=" + place + "&matter="
                        + matter)
                .expect(200)
                .json();
    }

    private static City.Visitor member(int number) {
        return CITY.as("member-" + number + "-nanguan");
    }

    /** A command of its own each time. */
    private static Answer vote(int number, String exit) {
        return member(number)
                .post(
                        EXITS + "/" + exit + "/votes",
                        Map.of("ballot", "FOR"),
                        UUID.randomUUID().toString());
    }

    /** Those of the placement, by funding year. */
    private static Map<Integer, JsonNode> obligations(String placement) {
        Map<Integer, JsonNode> found = new TreeMap<>();
        CITY.as("finance-nanguan")
                .get("/funding/v1/obligations?payer=" + Places.HEALTH + "&limit=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(obligation -> {
                    if (obligation.path("originReference").asText().equals(placement)) {
                        found.put(obligation.path("fundingYear").asInt(), obligation);
                    }
                });
        return found;
    }

    private static Map<String, Object> form() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("title", "广场健身活动登记");
        form.put("domain", MATTER);
        form.put("legalBasis", "《全民健身条例》");
        form.put("communities", List.of(Places.HUAYANG));
        form.put("content", "登记参加广场健身活动的居民");
        form.put("objects", "常住居民");
        form.put("authority", "登记，不得收费");
        form.put("validFrom", TODAY.toString());
        form.put("validTo", (YEAR + 1) + "-12-31");
        form.put("workload", "每年40小时");
        form.put("payer", Places.HEALTH);
        form.put("fundingBasis", "40小时×25元");
        form.put("funding", List.of(year(YEAR, TODAY.plusDays(10)), year(YEAR + 1, LocalDate.of(YEAR + 1, 3, 31))));
        return form;
    }

    /** In three communities, this year, at no cost. */
    private static Map<String, Object> freeForm() {
        Map<String, Object> form = form();
        form.put("domain", FREE_MATTER);
        form.put("communities", List.of(Places.HUAYANG, Places.HENGAN, Places.BAIYI));
        form.put("validTo", YEAR + "-12-31");
        form.put("noFundsReason", "与日常走访一并办理，不增加工作量");
        form.put(
                "funding",
                List.of(Map.of(
                        "fundingYear", YEAR,
                        "workingFunds", "0.00",
                        "labourFees", "0.00",
                        "conditions", "0.00",
                        "payBy", TODAY.plusDays(10).toString())));
        return form;
    }

    private static Map<String, Object> year(int year, LocalDate payBy) {
        return Map.of(
                "fundingYear", year,
                "workingFunds", "1000.00",
                "labourFees", "0.00",
                "conditions", "0.00",
                "payBy", payBy.toString());
    }
}
