package cn.shequ.admission.evaluation;

import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.evaluation.Evaluating.NEXT_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.aPlace;
import static cn.shequ.admission.evaluation.Evaluating.municipalDocument;
import static cn.shequ.admission.evaluation.Evaluating.request;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.admission.HandSetClock;
import cn.shequ.admission.evaluation.Evaluating.Place;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The gate shuts at midnight of the city, when the last day of the first quarter is over (每年一季度末前, Art. 7). */
@QuarkusTest
@TestProfile(EvaluationGateComponentTest.AtAChosenMoment.class)
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class EvaluationGateComponentTest {

    public static class AtAChosenMoment implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(HandSetClock.class);
        }

        /** Nothing else that goes by the clock does anything meanwhile. */
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.scheduler.enabled", "false");
        }
    }

    /** Where no other test does anything: the service starts anew for this one, and its subdistricts are numbered anew. */
    private static final String A_DISTRICT = "220107000000";

    private static final String LAST_DAY = NEXT_YEAR + "-03-31";
    private static final String DAY_AFTER = NEXT_YEAR + "-04-01";

    @Inject
    TerritoryRecord territory;

    @Inject
    HandSetClock clock;

    private Place place = new Place("", "", "", "");

    @BeforeEach
    void aSubdistrictWithAGroup() {
        Given.theCity(territory);
        place = aPlace(territory, A_DISTRICT);
    }

    @AfterEach
    void theClockGoesOn() {
        clock.letGo();
    }

    private Response requestedAt(String moment) {
        clock.set(moment);
        return request(place, NEXT_YEAR, municipalDocument());
    }

    private Response everythingAskedFor() {
        return officerOf(place.department(), place.division()).get("/v1/evaluation-requests");
    }

    @Test
    void inTheLastSecondOfTheFirstQuarterItIsTaken() {
        String id = requestedAt(LAST_DAY + "T23:59:59+08:00")
                .then()
                .statusCode(201)
                .body("stage", equalTo("SUBMITTED"))
                .body("submittedOn", equalTo(LAST_DAY))
                .body("requestBy", equalTo(LAST_DAY))
                .extract()
                .path("id");
        everythingAskedFor().then().statusCode(200).body("items.id", contains(id));
    }

    @Test
    void inTheFirstSecondOfTheSecondQuarterItIsRefused() {
        requestedAt(DAY_AFTER + "T00:00:00+08:00")
                .then()
                .statusCode(422)
                .body("code", equalTo("evaluation-request-late"))
                .body("articles", contains(7))
                .body("figures.year", equalTo(NEXT_YEAR))
                .body("figures.required", equalTo(LAST_DAY))
                .body("figures.actual", equalTo(DAY_AFTER))
                .body("rule", equalTo("evaluation.request-by@1"));
        everythingAskedFor().then().statusCode(200).body("items", empty());
    }
}
