package cn.shequ.admission.seal;

import static cn.shequ.admission.Given.NEIGHBOUR_SUBDISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.person;
import static cn.shequ.admission.seal.Sealing.SUBDISTRICT;
import static cn.shequ.admission.seal.Sealing.aCommunity;
import static cn.shequ.admission.seal.Sealing.aSealOf;
import static cn.shequ.admission.seal.Sealing.clerk;
import static cn.shequ.admission.seal.Sealing.director;
import static cn.shequ.admission.seal.Sealing.due;
import static cn.shequ.admission.seal.Sealing.subdistrict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.AtOnce;
import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who was elected again may keep the seal, when somebody else says so. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-8")
class CustodyConfirmationComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    ElectionSays workforce;

    @Inject
    Jdbi jdbi;

    private String community = "";
    private String seal = "";

    @BeforeEach
    void aSealSinceLastMonth() {
        Given.theCity(territory);
        community = aCommunity(territory);
        seal = aSealOf(community, TODAY.minusDays(30));
    }

    private Response confirm(RequestSpecification who) {
        return who.post("/v1/seals/" + seal + "/custody-confirmation");
    }

    private Response handOver(UUID to) {
        return subdistrict().body(Map.of("custodian", to, "reason", "居委会换届")).post("/v1/seals/" + seal + "/handover");
    }

    private UUID custodian() {
        return person("custodian-" + community);
    }

    @Test
    void theCommitteeConfirmsThatTheSamePersonKeepsIt() {
        String term = workforce.elected(community, TODAY.minusDays(1));
        handOver(custodian()).then().statusCode(422).body("errors.code", contains("keeps-it-already"));
        confirm(clerk(community))
                .then()
                .statusCode(200)
                .body("custodian", equalTo(custodian().toString()))
                .body("handovers", empty())
                .body("handoverDue", nullValue())
                .body("confirmations.term", contains(term))
                .body("confirmations[0].custodian", equalTo(custodian().toString()))
                .body("confirmations[0].confirmedOn", equalTo(TODAY.toString()))
                .body(
                        "confirmations[0].confirmedBy",
                        equalTo(person("clerk-" + community).toString()));
        assertThat(due(clerk(community), "")).isEmpty();
        confirm(director(community)).then().statusCode(409).body("code", equalTo("no-handover-due"));
    }

    @Test
    void theSubdistrictOfficeConfirmsItAsWell() {
        workforce.elected(community, TODAY);
        confirm(subdistrict()).then().statusCode(200);
        assertThat(due(clerk(community), "")).isEmpty();
    }

    @Test
    void aLaterElectionIsConfirmedAnew() {
        workforce.elected(community, TODAY.minusDays(20));
        confirm(clerk(community)).then().statusCode(200);
        Given.asOwner("UPDATE seal_custody_confirmation SET confirmed_on = '" + TODAY.minusDays(10)
                + "' WHERE seal_id = '" + seal + "'");
        String term = workforce.elected(community, TODAY.minusDays(1));
        assertThat(due(clerk(community), "")).containsExactly(term);
        confirm(clerk(community)).then().statusCode(200).body("confirmations.size()", equalTo(2));
    }

    @Test
    void nobodyConfirmsTheirOwnCustody() {
        String term = workforce.elected(community, TODAY);
        confirm(as(custodian(), Roles.COMMUNITY_OFFICER, community, null))
                .then()
                .statusCode(403)
                .body("code", equalTo("custody-of-oneself"))
                .body("articles", nullValue());
        assertThat(due(clerk(community), "")).containsExactly(term);
    }

    @Test
    void withoutAnElectionThereIsNothingToConfirm() {
        confirm(clerk(community))
                .then()
                .statusCode(409)
                .body("code", equalTo("no-handover-due"))
                .body("figures.community", equalTo(community));
    }

    @Test
    void theCustodyOfALostSealIsNotConfirmed() {
        workforce.elected(community, TODAY);
        clerk(community)
                .body(Map.of("lostOn", TODAY.toString()))
                .post("/v1/seals/" + seal + "/loss")
                .then()
                .statusCode(200);
        confirm(subdistrict())
                .then()
                .statusCode(409)
                .body("code", equalTo("seal-stage-forbids"))
                .body("figures.stage", equalTo("LOST"))
                .body("figures.command", equalTo("CONFIRM_CUSTODY"));
    }

    @Test
    void othersDoNotConfirm() {
        String term = workforce.elected(community, TODAY);
        confirm(as(Roles.SUBDISTRICT_OFFICER, NEIGHBOUR_SUBDISTRICT)).then().statusCode(404);
        confirm(clerk(aCommunity(territory))).then().statusCode(404);
        confirm(as(Roles.COMMUNITY_OFFICER, SUBDISTRICT))
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        confirm(as(Roles.CIVIL_AFFAIRS_OFFICER, Given.DISTRICT)).then().statusCode(403);
        subdistrict()
                .post("/v1/seals/" + UUID.randomUUID() + "/custody-confirmation")
                .then()
                .statusCode(404);
        assertThat(due(clerk(community), "")).containsExactly(term);
    }

    @Test
    void aRequestSaidTwiceIsDoneOnce() {
        workforce.elected(community, TODAY);
        String key = UUID.randomUUID().toString();
        confirm(clerk(community).header("Idempotency-Key", key)).then().statusCode(200);
        confirm(clerk(community).header("Idempotency-Key", key))
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("confirmations.size()", equalTo(1));
    }

    @Test
    void ofTwoConfirmationsAtTheSameMomentOneTakesEffect() throws Exception {
        workforce.elected(community, TODAY);
        assertThat(AtOnce.<Integer>call(() -> confirm(clerk(community)).statusCode(), () -> confirm(subdistrict())
                        .statusCode()))
                .containsExactlyInAnyOrder(200, 409);
    }

    /** Whichever comes first, the seal is with the new custodian, and a confirmation is of the one before. */
    @Test
    void aConfirmationAndAHandoverAtTheSameMomentLeaveNothingDue() throws Exception {
        workforce.elected(community, TODAY);
        UUID next = person("next-" + community);
        AtOnce.<Integer>call(
                () -> confirm(clerk(community)).statusCode(),
                () -> handOver(next).then().statusCode(200).extract().statusCode());
        assertThat(due(clerk(community), "")).isEmpty();
        clerk(community)
                .get("/v1/seals/" + seal)
                .then()
                .body("custodian", equalTo(next.toString()))
                .body("confirmations.findAll { it.custodian == '" + next + "' }", empty());
    }

    @Test
    void theDatabaseKeepsItToo() {
        String here = workforce.elected(community, TODAY);
        String elsewhere = workforce.elected(aCommunity(territory), TODAY);
        String insert = "INSERT INTO seal_custody_confirmation (seal_id, term, custodian, confirmed_on, confirmed_by)"
                + " VALUES ('" + seal + "', '%s', '%s', '%s', '%s')";
        refusedByDatabase("never_by_the_custodian", insert.formatted(here, custodian(), TODAY, custodian()));
        refusedByDatabase("is not in use and kept by", insert.formatted(here, "somebody", TODAY, "raw"));
        refusedByDatabase("no election", insert.formatted(elsewhere, custodian(), TODAY, "raw"));
        refusedByDatabase("no election", insert.formatted(here, custodian(), TODAY.minusDays(1), "raw"));
        refusedByDatabase("permission denied", "DELETE FROM seal_custody_confirmation");
        refusedByDatabase("permission denied", "UPDATE committee_election SET due_on = '2099-01-01'");
        refusedByDatabase(
                "duplicate key",
                "INSERT INTO committee_election (term, community, elected_on, due_on, handover_rule) VALUES"
                        + " (gen_random_uuid(), '" + community + "', '" + TODAY + "', '" + TODAY + "', 'x')");
        confirm(subdistrict()).then().statusCode(200);
    }

    private void refusedByDatabase(String words, String statement) {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> handle.execute(statement)))
                .hasMessageContaining(words);
    }
}
