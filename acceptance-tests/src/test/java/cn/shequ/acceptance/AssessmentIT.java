package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A district assesses its subdistricts every year, by what all services measure (Art. 36). */
class AssessmentIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final City CITY = SuiteUnderTest.city();
    private static final int YEAR = AnnualTargets.TODAY.getYear();

    private final City.Visitor subdistrict = CITY.as("officer-nanling");

    private static String path(String id) {
        return AnnualTargets.ASSESSMENTS + "/" + id;
    }

    @Test
    @Tag("art-36-allows")
    @Tag("art-36-refuses")
    void theFiguresOfAnotherServiceSayHowASubdistrictStandsAndTheYearIsNotClosedBeforeItIsOver() {
        SuiteUnderTest.story().signed();
        String id = AnnualTargets.issued(CITY, Places.NANLING, YEAR);

        JsonNode standing = City.eventually("a figure of the subdistrict", PATIENCE, () -> {
            JsonNode view = subdistrict.get(path(id)).expect(200).json();
            return view.at("/targets/1/asOf").isMissingNode() ? null : view;
        });
        assertThat(standing.path("stage").asText()).isEqualTo("ISSUED");
        assertThat(standing.path("targets").findValuesAsText("indicator"))
                .containsExactly("premises-at-standard", "weak-communities");
        assertThat(standing.path("targets").findValuesAsText("source")).containsOnly("facilities");
        assertThat(standing.at("/targets/1/asOf").asText())
                .isLessThan(AnnualTargets.TODAY.plusDays(1).toString());
        assertThat(List.of("MET", "NOT_MET"))
                .contains(standing.at("/targets/1/finding").asText());
        assertThat(standing.path("weightCounted").asInt()).isEqualTo(100);

        Answer early = CITY.as("office-nanguan").post(path(id) + "/closing", Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text("/code")).isEqualTo("assessment-year-runs");
        assertThat(early.articles()).containsExactly(36);
        assertThat(early.text("/figures/required")).isEqualTo((YEAR + 1) + "-01-01");
        assertThat(CITY.anybody().get("/admission/v1/assessment-results/" + id).status())
                .isEqualTo(404);
        assertThat(CITY.as("officer-zhanqian").get(path(id)).status()).isEqualTo(404);
    }

    @Test
    @Tag("art-36-refuses")
    void nobodyIsAssessedButByTheDivisionDirectlyAboveAndBeforehand() {
        SuiteUnderTest.story().signed();
        AnnualTargets.drafted(CITY, Places.ZIQIANG, YEAR);

        Answer fromBelow = CITY.as("leading-group-office", Places.NANLING, null)
                .post(AnnualTargets.ASSESSMENTS, AnnualTargets.of(Places.NANLING, Places.HUAYANG, YEAR, 60));
        refused(fromBelow, "assessment-level");
        refused(
                AnnualTargets.asked(CITY, AnnualTargets.of(Places.NANGUAN, "220103002000", YEAR, 60)),
                "assessed-from-directly-above");
        refused(
                AnnualTargets.asked(CITY, AnnualTargets.of(Places.NANGUAN, Places.HUAYANG, YEAR, 60)),
                "assessed-from-directly-above");
        refused(
                AnnualTargets.asked(CITY, AnnualTargets.of(Places.NANGUAN, Places.NANLING, YEAR - 1, 60)),
                "assessment-year-over");
        Answer another = CITY.as("office-city")
                .post(AnnualTargets.ASSESSMENTS, AnnualTargets.of(Places.NANGUAN, Places.NANLING, YEAR + 2, 60));
        assertThat(another.status()).isEqualTo(403);
    }

    private static void refused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.articles()).containsExactly(36);
    }

    @Test
    @Tag("art-36-refuses")
    void weightsAddUpToAHundred() {
        SuiteUnderTest.story().signed();
        for (int weight : List.of(59, 61)) {
            Answer refused =
                    AnnualTargets.asked(CITY, AnnualTargets.of(Places.NANGUAN, Places.NANLING, YEAR + 2, weight));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("/code")).isEqualTo("targets-do-not-fit");
            assertThat(refused.json().path("errors").findValuesAsText("code")).contains("weights-do-not-add-up");
        }
    }
}
