package cn.shequ.admission.evaluation;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.evaluation.Evaluating.NEXT_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.aPlace;
import static cn.shequ.admission.evaluation.Evaluating.aRequest;
import static cn.shequ.admission.evaluation.Evaluating.item;
import static cn.shequ.admission.evaluation.Evaluating.municipalDocument;
import static cn.shequ.admission.evaluation.Evaluating.vote;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is partial takes no part in a requested evaluation. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class EvaluationRecusalComponentTest {

    /** A district without a leading group of its own: above the subdistricts in it is the city. */
    private static final String DISTRICT = "220184000000";

    @Inject
    TerritoryRecord territory;

    private Evaluating.Place place = new Evaluating.Place("", "", "", "");

    @BeforeEach
    void aSubdistrictWithAGroup() {
        Given.theCity(territory);
        place = aPlace(territory, DISTRICT);
    }

    @Test
    void whoIsRecusedNeitherVotesNorIsWaitedFor() {
        String id = aRequest(place);
        recuses(1, id)
                .then()
                .statusCode(200)
                .body("decidedBy", equalTo(place.division()))
                .body("decidedBecause", equalTo("SAME_LEVEL"))
                .body("tally.eligible", equalTo(4))
                .body("recusals.person", contains(member(1, place.division()).toString()));
        vote(place, 1, id, "FOR").then().statusCode(409).body("code", equalTo("already-acted"));
        vote(place, 2, id, "FOR").then().statusCode(200);
        recuses(2, id).then().statusCode(409).body("code", equalTo("recusal-too-late"));
        vote(place, 3, id, "FOR").then().statusCode(200);
        vote(place, 4, id, "FOR").then().statusCode(200).body("stage", equalTo("APPROVED"));
        recuses(5, id).then().statusCode(409).body("code", equalTo("evaluation-stage-forbids"));
    }

    @Test
    void theOfficeRecordsItForOthersAndNobodyElseDoes() {
        String id = aRequest(place);
        UUID person = member(1, place.division());
        recuse(as(member(2, place.division()), Roles.LEADING_GROUP_MEMBER, place.division(), null), id, person)
                .then()
                .statusCode(403)
                .body("code", equalTo("recusal-of-another"));
        recuse(office(CITY), id, person).then().statusCode(403).body("code", equalTo("evaluation-of-another-level"));
        recuse(office(NEIGHBOUR), id, person).then().statusCode(404);
        recuse(officerOf(place.department(), place.division()), id, person)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
        recuse(office(place.division()), id, person).then().statusCode(200);
    }

    @Test
    void withoutAQuorumTheNextLevelDecidesAndTheItemStaysInTheEvaluationOfItsOwn() {
        String id = aRequest(place);
        office(place.division())
                .post("/v1/evaluation-requests/" + id + "/passing-up")
                .then()
                .statusCode(409)
                .body("code", equalTo("group-can-decide"));
        for (int number = 1; number <= 3; number++) {
            recuse(office(place.division()), id, member(number, place.division()))
                    .then()
                    .statusCode(200);
        }
        officerOf(place.department(), place.division())
                .get("/v1/evaluation-requests/" + id)
                .then()
                .body("decidedBy", equalTo(CITY))
                .body("decidedBecause", equalTo("GROUP_CANNOT_DECIDE"))
                .body("round", equalTo(2));
        vote(place, 4, id, "FOR").then().statusCode(403).body("figures.required", equalTo(CITY));
        for (int number = 1; number <= 3; number++) {
            voteOfTheCity(number, id).then().statusCode(200);
        }
        office(place.division())
                .get(place.evaluation(NEXT_YEAR) + "/items")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @Test
    void whatTheHostAsksForIsDecidedByTheNextLevel() {
        String host = office(place.division())
                .get("/v1/leading-groups?limit=200")
                .path("items.find { it.division == '" + place.division() + "' }.hostDepartment");
        officerOf(host, place.division())
                .body(item(NEXT_YEAR, "项目" + UUID.randomUUID(), municipalDocument()))
                .post("/v1/evaluation-requests")
                .then()
                .statusCode(201)
                .body("division", equalTo(place.division()))
                .body("decidedBy", equalTo(CITY))
                .body("decidedBecause", equalTo("APPLICANT_HOSTS_GROUP"));
    }

    @Test
    void theDatabaseKeepsWhoIsRecusedOut() {
        String id = aRequest(place);
        recuses(1, id).then().statusCode(200);
        refused(
                "neither votes nor signs",
                "INSERT INTO evaluation_vote VALUES ('" + id + "', 1, '" + member(1, place.division())
                        + "', 'FOR', now())");
        refused(
                "same_level_or_above",
                "UPDATE evaluation_request SET decided_because = 'GROUP_CANNOT_DECIDE' WHERE id = '" + id + "'");
        refused(
                "nobody but the own level or one above",
                "UPDATE evaluation_request SET decided_by = '" + NEIGHBOUR
                        + "', decided_because = 'GROUP_CANNOT_DECIDE' WHERE id = '" + id + "'");
    }

    private Response recuses(int number, String id) {
        UUID person = member(number, place.division());
        return recuse(as(person, Roles.LEADING_GROUP_MEMBER, place.division(), null), id, person);
    }

    private static Response recuse(RequestSpecification by, String id, UUID person) {
        return by.body(Map.of("person", person, "reason", "申请单位负责人的近亲属"))
                .post("/v1/evaluation-requests/" + id + "/recusals");
    }

    private static Response voteOfTheCity(int number, String id) {
        return as(member(number, CITY), Roles.LEADING_GROUP_MEMBER, CITY, null)
                .body(Map.of("ballot", "FOR"))
                .post("/v1/evaluation-requests/" + id + "/votes");
    }

    private static void refused(String words, String statement) {
        assertThatThrownBy(() -> {
                    try (Connection connection =
                            TestInfrastructure.addresses().requireDatabases().asApp("admission")) {
                        connection.createStatement().execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }
}
