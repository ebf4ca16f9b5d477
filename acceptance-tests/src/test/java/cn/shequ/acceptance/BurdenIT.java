package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing is asked of a community without a basis, no office shifts its duties, and the subdistrict is told (Art. 1 to 3, 6, 7). */
class BurdenIT {

    private static final City CITY = SuiteUnderTest.city();

    @BeforeAll
    static void theBodiesAreRegistered() {
        SuiteUnderTest.story().signed();
    }

    @Test
    @Tag("art-7-allows")
    @Tag("art-7-refuses")
    void aMeetingIsRefusedInPrincipleAndAskedForWhenItsExemptionIsApproved() {
        Answer refused = BurdenRegister.demanded(CITY, "MEETING", "EMPLOYMENT", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("demand-without-basis");
        assertThat(refused.articles()).containsExactly(4, 5, 7);
        assertThat(CITY.as("officer-nanling")
                        .get("/admission/v1/demands?limit=200&refused=true&community=" + Places.HUAYANG)
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .contains(refused.text("/attemptId"));

        String exemption = BurdenRegister.exemption(CITY, "疫情防控，时间紧迫").text("/id");
        Map<String, Object> basis = Map.of("exemption", exemption);
        assertThat(BurdenRegister.demanded(CITY, "MEETING", "EMPLOYMENT", basis).status())
                .isEqualTo(422);
        assertThat(CITY.anybody()
                        .get("/admission/v1/demand-exemptions/" + exemption)
                        .status())
                .isEqualTo(404);
        CITY.as("office-nanguan")
                .post("/admission/v1/demand-exemptions/" + exemption + "/approval", Map.of())
                .expect(200);
        BurdenRegister.demanded(CITY, "MEETING", "EMPLOYMENT", basis).expect(201);
        assertThat(BurdenRegister.demanded(CITY, "MEETING", "SOCIAL_SECURITY", basis)
                        .text("/figures/grounds"))
                .isEqualTo("NOT_EXEMPTED");
        assertThat(BurdenRegister.demanded(CITY, "TARGET", "EMPLOYMENT", Map.of())
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Tag("art-7-refuses")
    void lawIsNoBasisForUnpaidServiceOrATarget() {
        Answer unpaid = BurdenRegister.demanded(CITY, "UNPAID_SERVICE", "CIVIL_MEDIATION", Map.of());
        assertThat(unpaid.status()).isEqualTo(422);
        assertThat(unpaid.text("/figures/grounds")).isEqualTo("NOT_EXEMPTED");
        Answer target = BurdenRegister.demanded(CITY, "TARGET", "CIVIL_MEDIATION", Map.of());
        assertThat(target.text("/figures/grounds")).isEqualTo("LAW_GIVES_NO_CLAIM");
        assertThat(target.articles()).containsExactly(7);
    }

    @Test
    @Tag("art-7-allows")
    @Tag("art-7-refuses")
    void aStatisticalFormComesFromTheCatalogueAndIsFilledInOnceAPeriod() {
        assertThat(BurdenRegister.demanded(CITY, "STATISTICAL_FORM", "PUBLIC_HEALTH", Map.of())
                        .articles())
                .containsExactly(7);
        String form =
                BurdenRegister.form(CITY, "接种情况统计表", "受种者 姓名", "接种日期", "疫苗").text("/id");
        Map<String, Object> basis = Map.of("form", form);
        BurdenRegister.demanded(CITY, "STATISTICAL_FORM", "PUBLIC_HEALTH", basis)
                .expect(201);
        assertThat(BurdenRegister.demanded(CITY, "STATISTICAL_FORM", "PUBLIC_HEALTH", basis)
                        .text("/figures/grounds"))
                .isEqualTo("FORM_ASKED_FOR_ALREADY");

        String other = BurdenRegister.form(CITY, "儿童接种台账表", "受种者姓名：", "接种日期").text("/id");
        JsonNode overlaps = CITY.anybody()
                .get("/admission/v1/form-catalogue/" + form + "/overlaps?limit=200")
                .expect(200)
                .json()
                .path("items");
        JsonNode found = StreamSupport.stream(overlaps.spliterator(), false)
                .filter(pair -> pair.path("other").asText().equals(other))
                .findFirst()
                .orElseThrow();
        assertThat(found.path("shared").size()).isEqualTo(2);
        assertThat(found.path("sharedPercent").asInt()).isEqualTo(100);
    }

    @Test
    @Tag("art-3-refuses")
    @Tag("art-6-allows")
    @Tag("art-6-refuses")
    void aDutyOfAnOfficeIsNotShiftedAndACommitteesOwnMayBeAsked() {
        Answer shifted = BurdenRegister.demanded(CITY, "TARGET", "RESPONSIBILITY_FOR_THE_TERRITORY", Map.of());
        assertThat(shifted.status()).isEqualTo(422);
        assertThat(shifted.text("/code")).isEqualTo("duty-shifted");
        assertThat(shifted.articles()).containsExactly(6);
        assertThat(CITY.anybody()
                        .get("/admission/v1/office-duties/RESPONSIBILITY_FOR_THE_TERRITORY")
                        .expect(200)
                        .text("/citationEn"))
                .endsWith("Art. 3");
        JsonNode checked = CITY.as("health-nanguan")
                .get("/admission/v1/admission-checks?department=" + Places.HEALTH + "&community=" + Places.HUAYANG
                        + "&matter=CITY_MANAGEMENT")
                .expect(200)
                .json();
        assertThat(checked.at("/reasons/0/code").asText()).isEqualTo("OFFICE_DUTY");

        BurdenRegister.demanded(CITY, "MEETING", "CIVIL_MEDIATION", Map.of()).expect(201);
    }

    @Test
    @Tag("art-1-allows")
    @Tag("art-1-refuses")
    @Tag("art-3-allows")
    @Tag("art-3-refuses")
    void economicFunctionsLieWithDepartmentsAndNotWithSubdistrictOffices() {
        Answer refused = officeDuty("INVESTMENT_PROMOTION", "SUBDISTRICT_OFFICE", "ECONOMIC");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.articles()).containsExactly(1, 3);
        officeDuty("INVESTMENT_PROMOTION", "DEPARTMENT", "ECONOMIC").expect(201);
        officeDuty("CARE_OF_PUBLIC_SQUARES", "SUBDISTRICT_OFFICE", "PUBLIC_SERVICE")
                .expect(201);
    }

    private static Answer officeDuty(String code, String owner, String function) {
        return CITY.as("civil-affairs-city")
                .post(
                        "/admission/v1/office-duties",
                        Map.of(
                                "code",
                                code,
                                "owner",
                                owner,
                                "function",
                                function,
                                "titleZh",
                                "演示职责",
                                "titleEn",
                                "Duty for demonstration",
                                "citationZh",
                                "演示用规定",
                                "citationEn",
                                "Regulation for demonstration",
                                "validFrom",
                                "2026-01-01"));
    }

    @Test
    @Tag("art-2-allows")
    @Tag("art-2-refuses")
    void aSubdistrictOfficeIsToldBeforehandAndAnswers() {
        Answer told = BurdenRegister.toldNanling(CITY, "灭蚊消杀", 7).expect(201);
        CITY.as("officer-nanling")
                .post(
                        "/admission/v1/consultations/" + told.text("/id") + "/answer",
                        Map.of("answer", "AGREED_WITH_CONDITIONS", "reason", "提前一天告知居民"))
                .expect(200);
        assertThat(CITY.as("health-nanguan")
                        .get("/admission/v1/consultations/" + told.text("/id"))
                        .expect(200)
                        .text("/reason"))
                .isEqualTo("提前一天告知居民");

        Answer late = BurdenRegister.toldNanling(CITY, "入户调查", -1);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text("/code")).isEqualTo("action-not-notified");
        assertThat(late.articles()).containsExactly(2);
        JsonNode kept = CITY.as("officer-nanling")
                .get("/admission/v1/consultations/" + late.text("/attemptId"))
                .expect(200)
                .json();
        assertThat(kept.path("stage").asText()).isEqualTo("UNNOTIFIED");
        assertThat(kept.at("/articles/0").asInt()).isEqualTo(2);
    }
}
