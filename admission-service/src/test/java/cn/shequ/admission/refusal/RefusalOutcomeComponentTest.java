package cn.shequ.admission.refusal;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSubmitted;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.refusal.Refusing.COMMUNITY;
import static cn.shequ.admission.refusal.Refusing.COUNTY;
import static cn.shequ.admission.refusal.Refusing.dueOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.refusal.RefusalOutcome.Kind;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A coordination ends once, by the office in time or by the leader afterwards, and its outcome stays. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
class RefusalOutcomeComponentTest {

    private enum Coordinator {
        OFFICE,
        PRINCIPAL_LEADER
    }

    @Inject
    TerritoryRecord territory;

    private String body = "";

    @BeforeEach
    void aCountyWithADepartment() {
        Refusing.inACounty(territory);
        body = aDepartmentOf(COUNTY);
    }

    /**
     * Written a second time, so that coordination cannot agree with itself alone.
     *
     * @param present empty while it is open
     */
    private static Optional<Kind> expected(Optional<Kind> present, Kind said) {
        if (present.isEmpty()) {
            return switch (said) {
                case DEMAND_WITHDRAWN -> Optional.of(Kind.DEMAND_WITHDRAWN);
                case ADMISSION_APPLIED_FOR -> Optional.of(Kind.ADMISSION_APPLIED_FOR);
                case OVERRULED -> Optional.of(Kind.OVERRULED);
            };
        }
        return switch (present.get()) {
            case DEMAND_WITHDRAWN, ADMISSION_APPLIED_FOR, OVERRULED ->
                switch (said) {
                    case DEMAND_WITHDRAWN, ADMISSION_APPLIED_FOR, OVERRULED -> Optional.empty();
                };
        };
    }

    private static Stream<Arguments> everyPairForEachCoordinator() {
        return Arrays.stream(Coordinator.values()).flatMap(who -> Stream.concat(
                        Stream.of(Optional.<Kind>empty()),
                        Arrays.stream(Kind.values()).map(Optional::of))
                .flatMap(present -> Arrays.stream(Kind.values()).map(said -> Arguments.of(who, present, said))));
    }

    private String aRefusal(Coordinator who, Optional<Kind> outcome) {
        LocalDate due =
                switch (who) {
                    case OFFICE -> TODAY;
                    case PRINCIPAL_LEADER -> TODAY.minusDays(1);
                };
        String id = dueOn(due, body);
        outcome.ifPresent(kind -> say(who, kind, id).then().statusCode(200));
        kept(id).then()
                .statusCode(200)
                .body("outcome", equalTo(outcome.map(Kind::name).orElse(null)));
        return id;
    }

    private Response say(Coordinator who, Kind said, String id) {
        RequestSpecification caller =
                switch (who) {
                    case OFFICE -> office(COUNTY);
                    case PRINCIPAL_LEADER -> as(leader(COUNTY), Roles.PRINCIPAL_LEADER, COUNTY, null);
                };
        return caller.body(withItsProof(said)).post("/v1/refusals/" + id + "/outcome");
    }

    private Map<String, Object> withItsProof(Kind said) {
        return switch (said) {
            case DEMAND_WITHDRAWN -> Map.of("outcome", "DEMAND_WITHDRAWN", "note", "书面撤回");
            case ADMISSION_APPLIED_FOR ->
                Map.of(
                        "outcome",
                        "ADMISSION_APPLIED_FOR",
                        "application",
                        aSubmitted(body, COUNTY, aForm(body, COMMUNITY)));
            case OVERRULED ->
                Map.of(
                        "outcome",
                        "OVERRULED",
                        "legalBasis",
                        Map.of("kind", "LAW", "citation", "《中华人民共和国城市居民委员会组织法》第三条"));
        };
    }

    private static Response kept(String id) {
        return office(COUNTY).get("/v1/refusals/" + id);
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @MethodSource("everyPairForEachCoordinator")
    void everyOutcomeIsRecordedOnceAndChangesNothingAfterwards(Coordinator who, Optional<Kind> present, Kind said) {
        String id = aRefusal(who, present);
        String before = kept(id).asString();

        Response answer = say(who, said, id);

        expected(present, said)
                .ifPresentOrElse(
                        next -> {
                            answer.then()
                                    .statusCode(200)
                                    .body("outcome", equalTo(next.name()))
                                    .body("closedAs", equalTo(who.name()));
                            kept(id).then().statusCode(200).body("outcome", equalTo(next.name()));
                        },
                        () -> {
                            answer.then()
                                    .statusCode(409)
                                    .body("code", equalTo("refusal-closed"))
                                    .body("articles", nullValue())
                                    .body(
                                            "figures.outcome",
                                            equalTo(present.orElseThrow().name()));
                            assertThat(kept(id).asString()).isEqualTo(before);
                        });
    }
}
