package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Communities are evaluated together, on a document from above asked for in time, and not one body at a time (Art. 7). */
class EvaluationIT {

    private static final City CITY = SuiteUnderTest.city();

    @Test
    @Tag("art-7-allows")
    void whatTheGroupApprovesIsEvaluatedAtOneVisit() {
        SuiteUnderTest.story().signed();
        String item = NextYearsEvaluation.item(CITY);
        NextYearsEvaluation.planned(CITY);

        assertThat(CITY.as("community-huayang")
                        .get(NextYearsEvaluation.PATH + "/items")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .contains(item);
        assertThat(CITY.as("community-huayang")
                        .get(NextYearsEvaluation.PATH + "/visits")
                        .expect(200)
                        .text("/items/0/visitOn"))
                .isEqualTo(NextYearsEvaluation.VISIT.toString());
        Answer announced =
                NextYearsEvaluation.announced(CITY, Map.of("item", item)).expect(201);
        assertThat(announced.text("/finding")).isEqualTo("COVERED");
    }

    @Test
    @Tag("art-7-refuses")
    void afterTheFirstQuarterNothingIsAskedForAnyMore() {
        SuiteUnderTest.story().signed();
        int closed = NextYearsEvaluation.TODAY.minusMonths(3).getYear();

        Answer late = NextYearsEvaluation.requested(CITY, closed, NextYearsEvaluation.municipalDocument());

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text("/code")).isEqualTo("evaluation-request-late");
        assertThat(late.articles()).containsExactly(7);
        assertThat(late.text("/figures/required")).isEqualTo(closed + "-03-31");
    }

    @Test
    @Tag("art-7-refuses")
    void aBodysOwnPaperIsNoBasis() {
        SuiteUnderTest.story().signed();
        Map<String, Object> own = new HashMap<>(NextYearsEvaluation.municipalDocument());
        own.put("issuer", "HIGHER_LEVEL_DEPARTMENT");
        own.put("issuingDepartment", Places.HEALTH);

        Answer refused = NextYearsEvaluation.requested(CITY, NextYearsEvaluation.YEAR, own);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("formal-document-not-enough");
        assertThat(refused.articles()).containsExactly(7);
    }

    @Test
    @Tag("art-7-refuses")
    void nobodyInspectsACommunityOnItsOwnOrOnAnotherDay() {
        SuiteUnderTest.story().signed();
        String item = NextYearsEvaluation.item(CITY);
        NextYearsEvaluation.planned(CITY);
        LocalDate otherDay = NextYearsEvaluation.VISIT.plusDays(1);

        for (Map<String, Object> outside :
                List.<Map<String, Object>>of(Map.of(), Map.of("item", item, "inspectsOn", otherDay.toString()))) {
            Answer refused = NextYearsEvaluation.announced(CITY, outside);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("/code")).isEqualTo("inspection-refused");
            assertThat(refused.articles()).containsExactly(7);
            assertThat(CITY.as("officer-nanling")
                            .get("/admission/v1/inspections/" + refused.text("/attemptId"))
                            .expect(200)
                            .text("/community"))
                    .isEqualTo(Places.HUAYANG);
        }
        Answer second = CITY.as("office-nanguan")
                .post(
                        NextYearsEvaluation.PATH + "/visits",
                        Map.of("community", Places.HUAYANG, "visitOn", otherDay.toString()));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/code")).isEqualTo("visit-planned");
    }
}
