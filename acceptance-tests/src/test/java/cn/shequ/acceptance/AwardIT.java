package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Awards and titles go to who earned them, and to nobody whose violation funding found (Art. 16, 30, 36). */
class AwardIT {

    private static final byte[] TRANSFER = "%PDF-1.7 转账凭证".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final City CITY = SuiteUnderTest.city();

    private final City.Visitor office = CITY.as("office-nanguan");

    @Test
    @Tag("art-30-allows")
    @Tag("art-30-refuses")
    @Tag("art-36-allows")
    @Tag("art-36-refuses")
    void thePointsOfItsReviewMakeAHarmoniousCommunityAndOnePointLessDoesNot() {
        SuiteUnderTest.story().signed();
        String campaign = Honours.campaign(CITY, "HARMONIOUS");
        String entry =
                Honours.entered(CITY, "community-huayang", campaign).expect(201).text("/id");
        String below =
                Honours.entered(CITY, "community-hengan", campaign).expect(201).text("/id");

        Answer byHand = office.post("/admission/v1/award-nominations/" + entry + "/grant", Map.of());
        assertThat(byHand.status()).isEqualTo(409);
        assertThat(byHand.articles()).containsExactly(30);
        assertThat(Honours.reviewed(CITY, entry, 50, 30).expect(200).text("/stage"))
                .isEqualTo("GRANTED");
        JsonNode declined = Honours.reviewed(CITY, below, 50, 29).expect(200).json();
        assertThat(declined.path("stage").asText()).isEqualTo("DECLINED");
        assertThat(declined.path("pointsRequired").asInt()).isEqualTo(80);
        assertThat(declined.path("pointsFound").asInt()).isEqualTo(79);

        assertThat(titles(Places.HUAYANG)).containsExactly(entry);
        assertThat(titles(Places.HENGAN)).isEmpty();
    }

    private static List<String> titles(String community) {
        return CITY.anybody()
                .get("/admission/v1/awards?kind=HARMONIOUS_COMMUNITY&nominee=" + community)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    @Test
    @Tag("art-30-refuses")
    void aTitleIsWithdrawnWithItsReason() {
        SuiteUnderTest.story().signed();
        String entry = Honours.entered(CITY, "community-baiyi", Honours.campaign(CITY, "CIVILISED"))
                .expect(201)
                .text("/id");
        Honours.reviewed(CITY, entry, 60, 40).expect(200);
        office.post("/admission/v1/awards/" + entry + "/withdrawal", Map.of("reason", "复查发现材料不实"))
                .expect(200);
        Answer published = CITY.anybody().get("/admission/v1/awards/" + entry).expect(200);
        assertThat(published.text("/stage")).isEqualTo("WITHDRAWN");
        assertThat(published.text("/reason")).isEqualTo("复查发现材料不实");
    }

    @Test
    @Tag("art-16-allows")
    @Tag("art-16-refuses")
    @Tag("art-36-allows")
    @Tag("art-36-refuses")
    void whoseViolationIsConfirmedLosesEveryNominationUntilTheVetoIsLifted() {
        SuiteUnderTest.story().paid();
        String title = "社区经费保障先进集体";
        String other = Honours.granted(CITY, Places.HEALTH, title);
        String nomination =
                Honours.nominated(CITY, Places.EDUCATION, title).expect(201).text("/id");

        String violation = confirmed(Places.EDUCATION);
        JsonNode cancelled = City.eventually("the end of the nomination", PATIENCE, () -> {
            JsonNode now = office.get("/admission/v1/award-nominations/" + nomination)
                    .expect(200)
                    .json();
            return now.path("stage").asText().equals("CANCELLED") ? now : null;
        });
        Answer refused = Honours.nominated(CITY, Places.EDUCATION, title);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("award-ineligible");
        assertThat(refused.articles()).containsExactly(16);
        assertThat(refused.text("/figures/veto"))
                .isEqualTo(cancelled.path("veto").asText());
        assertThat(CITY.anybody()
                        .get("/admission/v1/awards/" + other)
                        .expect(200)
                        .text("/stage"))
                .isEqualTo("GRANTED");

        appealed(violation);
        City.eventually("a body that is eligible again", PATIENCE, () -> eligible(Places.EDUCATION) ? true : null);
        Honours.granted(CITY, Places.EDUCATION, title);
    }

    private static boolean eligible(String body) {
        return CITY.anybody()
                .get("/admission/v1/award-eligibility/" + body)
                .expect(200)
                .json()
                .path("eligible")
                .asBoolean();
    }

    /** Reported by one person and confirmed by another, after the body was heard. */
    private static String confirmed(String body) {
        City.Visitor auditor = CITY.as("auditor-nanguan");
        String evidence =
                auditor.upload("/funding/v1/documents", TRANSFER).expect(201).text("/digest");
        String violation = auditor.post(
                        "/funding/v1/violations",
                        Map.of(
                                "kind",
                                "ENCROACHMENT",
                                "subject",
                                String.valueOf(
                                        SuiteUnderTest.story().paid().funds().get(Places.HENGAN)),
                                "body",
                                body,
                                "amountActual",
                                "200.00",
                                "account",
                                "社区经费被用于部门活动。",
                                "evidence",
                                List.of(evidence)))
                .expect(201)
                .text("/id");
        City.Visitor finance = CITY.as("finance-nanguan");
        finance.post(step(violation, "notification"), Map.of()).expect(200);
        CITY.as("education-nanguan")
                .post(step(violation, "explanation"), Map.of("statement", "系误用"))
                .expect(200);
        finance.post(step(violation, "confirmation"), Map.of("statement", "事实清楚"))
                .expect(200);
        return violation;
    }

    private static void appealed(String violation) {
        CITY.as("education-nanguan")
                .post(step(violation, "appeal"), Map.of("statement", "款项已当日退回"))
                .expect(200);
        CITY.as("auditor-city")
                .post(step(violation, "appeal-decision"), Map.of("outcome", "LIFTED", "statement", "情况属实"))
                .expect(200);
    }

    private static String step(String violation, String step) {
        return "/funding/v1/violations/" + violation + "/" + step;
    }
}
