package cn.shequ.admission.exit;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.exit.WholeExits.COUNTY;
import static cn.shequ.admission.exit.WholeExits.FIRST;
import static cn.shequ.admission.exit.WholeExits.NORTH;
import static cn.shequ.admission.exit.WholeExits.aDepartment;
import static cn.shequ.admission.exit.WholeExits.aReady;
import static cn.shequ.admission.exit.WholeExits.anApplication;
import static cn.shequ.admission.exit.WholeExits.placement;
import static cn.shequ.admission.exit.WholeExits.propose;
import static cn.shequ.admission.exit.WholeExits.vote;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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

/** Who is partial takes no part in an exit. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class ExitRecusalComponentTest {

    @Inject
    TerritoryRecord territory;

    private String health = "";
    private String exit = "";

    @BeforeEach
    void anExitThatIsTheGroupsTurn() {
        WholeExits.aCounty(territory);
        health = aDepartment();
        exit = aReady(health, anApplication(health));
    }

    @Test
    void whoIsRecusedNeitherVotesNorIsWaitedFor() {
        recuses(1)
                .then()
                .statusCode(200)
                .body("division", equalTo(COUNTY))
                .body("decidedBecause", equalTo("SAME_LEVEL"))
                .body("tally.eligible", equalTo(4))
                .body("recusals.person", contains(member(1, COUNTY).toString()))
                .body("recusals.reason", contains("部门负责人的近亲属"));
        vote(1, exit).then().statusCode(409).body("code", equalTo("already-acted"));
        recuses(1).then().statusCode(409).body("code", equalTo("recused-already"));
        vote(2, exit).then().statusCode(200);
        recuses(2).then().statusCode(409).body("code", equalTo("recusal-too-late"));
        vote(3, exit).then().statusCode(200);
        vote(4, exit).then().statusCode(200).body("stage", equalTo("APPROVED")).body("decision.eligible", equalTo(4));
        recuses(5).then().statusCode(409).body("code", equalTo("exit-stage-forbids"));
    }

    @Test
    void theOfficeRecordsItForOthersAndNobodyElseDoes() {
        UUID person = member(1, COUNTY);
        recuse(as(member(2, COUNTY), Roles.LEADING_GROUP_MEMBER, COUNTY, null), person)
                .then()
                .statusCode(403)
                .body("code", equalTo("recusal-of-another"));
        recuse(office(CITY), person).then().statusCode(403).body("code", equalTo("group-of-another-level"));
        recuse(office(NEIGHBOUR), person).then().statusCode(404);
        recuse(officerOf(health, COUNTY), person).then().statusCode(403).body("code", equalTo("forbidden-role"));
        // The leader signs no exit.
        recuse(office(COUNTY), leader(COUNTY)).then().statusCode(422).body("code", equalTo("nobody-to-recuse"));
        office(COUNTY)
                .body(Map.of("person", person))
                .post("/v1/exit-proposals/" + exit + "/recusals")
                .then()
                .statusCode(400);
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            recuse(office(COUNTY).header("Idempotency-Key", key), person)
                    .then()
                    .statusCode(200)
                    .body("recusals", hasSize(1));
        }
    }

    @Test
    void withoutAQuorumTheNextLevelDecidesFromTheBeginning() {
        vote(4, exit).then().statusCode(200);
        office(COUNTY)
                .post("/v1/exit-proposals/" + exit + "/passing-up")
                .then()
                .statusCode(409)
                .body("code", equalTo("group-can-decide"));
        for (int number = 1; number <= 3; number++) {
            recuse(office(COUNTY), member(number, COUNTY)).then().statusCode(200);
        }
        officerOf(health, COUNTY)
                .get("/v1/exit-proposals/" + exit)
                .then()
                .body("stage", equalTo("ASSESSED"))
                .body("division", equalTo(CITY))
                .body("decidedBecause", equalTo("GROUP_CANNOT_DECIDE"))
                .body("round", equalTo(2))
                .body("tally.votesFor", equalTo(0));
        vote(5, exit).then().statusCode(403).body("code", equalTo("group-of-another-level"));
        for (int number = 1; number <= 3; number++) {
            voteOfTheCity(number).then().statusCode(200);
        }
        office(CITY).get("/v1/exit-proposals/" + exit).then().body("stage", equalTo("APPROVED"));
    }

    @Test
    void theOfficeThatHostsTheGroupDoesNotDecideOnWhatItProposes() {
        String education = aDepartment();
        propose(office(COUNTY), anApplication(education))
                .then()
                .statusCode(201)
                .body("side", equalTo("OFFICE"))
                .body("division", equalTo(CITY))
                .body("decidedBecause", equalTo("APPLICANT_HOSTS_GROUP"));
        propose(as(Roles.SUBDISTRICT_OFFICER, NORTH), anApplication(education))
                .then()
                .statusCode(201)
                .body("division", equalTo(COUNTY))
                .body("decidedBecause", equalTo("SAME_LEVEL"));
    }

    @Test
    void aTaskOfTheHostIsDecidedOnByTheNextLevel() {
        String host = office(COUNTY)
                .get("/v1/leading-groups?limit=200")
                .path("items.find { it.division == '" + COUNTY + "' }.hostDepartment");
        String application = WholeExits.anApplicationOfTheHost(host);
        Exits.propose(WholeExits.community(FIRST), placement(host, application, FIRST))
                .then()
                .statusCode(201)
                .body("division", equalTo(CITY))
                .body("decidedBecause", equalTo("APPLICANT_HOSTS_GROUP"));
    }

    @Test
    void theDatabaseKeepsWhoIsRecusedOut() {
        recuses(1).then().statusCode(200);
        vote(2, exit).then().statusCode(200);
        refused(
                "neither votes nor signs",
                "INSERT INTO exit_vote VALUES ('" + exit + "', 1, '" + member(1, COUNTY) + "', 'FOR', now())");
        refused(
                "who voted in this round",
                "UPDATE exit_participant SET capacity = 'RECUSED', reason = 'x', recorded_by = 'x' WHERE exit_id = '"
                        + exit + "' AND person = '" + member(2, COUNTY) + "'");
        refused(
                "recusal_has_a_reason",
                "INSERT INTO exit_participant VALUES ('" + exit + "', '" + member(3, COUNTY) + "', 'RECUSED')");
        refused(
                "nobody but the own level or one above",
                "UPDATE exit_proposal SET division = '" + NEIGHBOUR
                        + "', decided_because = 'GROUP_CANNOT_DECIDE' WHERE id = '" + exit + "'");
        refused(
                "nobody but the own level or one above",
                "UPDATE exit_proposal SET decided_because = 'GROUP_CANNOT_DECIDE' WHERE id = '" + exit + "'");
    }

    private Response recuses(int number) {
        UUID person = member(number, COUNTY);
        return recuse(as(person, Roles.LEADING_GROUP_MEMBER, COUNTY, null), person);
    }

    private Response recuse(RequestSpecification by, UUID person) {
        return by.body(Map.of("person", person, "reason", "部门负责人的近亲属"))
                .post("/v1/exit-proposals/" + exit + "/recusals");
    }

    private Response voteOfTheCity(int number) {
        return as(member(number, CITY), Roles.LEADING_GROUP_MEMBER, CITY, null)
                .body(Map.of("ballot", "FOR"))
                .post("/v1/exit-proposals/" + exit + "/votes");
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
