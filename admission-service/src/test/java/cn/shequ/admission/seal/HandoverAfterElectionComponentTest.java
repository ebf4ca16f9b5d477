package cn.shequ.admission.seal;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR_SUBDISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.person;
import static cn.shequ.admission.seal.Sealing.SUBDISTRICT;
import static cn.shequ.admission.seal.Sealing.aCommunity;
import static cn.shequ.admission.seal.Sealing.aRequest;
import static cn.shequ.admission.seal.Sealing.aSeal;
import static cn.shequ.admission.seal.Sealing.aSealOf;
import static cn.shequ.admission.seal.Sealing.approve;
import static cn.shequ.admission.seal.Sealing.clerk;
import static cn.shequ.admission.seal.Sealing.due;
import static cn.shequ.admission.seal.Sealing.subdistrict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an election makes due, and what ends it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-8")
class HandoverAfterElectionComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    ElectionSays workforce;

    private String community = "";
    private String seal = "";

    @BeforeEach
    void aSealSinceLastMonth() {
        Given.theCity(territory);
        community = aCommunity(territory);
        seal = aSealOf(community, TODAY.minusDays(30));
    }

    private static Response handOver(String seal) {
        return subdistrict()
                .body(Map.of("custodian", person("next-" + seal), "reason", "居委会换届"))
                .post("/v1/seals/" + seal + "/handover");
    }

    private Response replace(String replaced) {
        return subdistrict()
                .body(Map.of("custodian", person("custodian-" + community)))
                .post("/v1/seals/" + replaced + "/replacement");
    }

    private List<String> dueHere() {
        return due(clerk(community), "");
    }

    @Test
    void afterAnElectionTheSealIsDueUntilItIsHandedOver() {
        String term = workforce.elected(community, TODAY.minusDays(3));
        clerk(community)
                .get("/v1/due-seal-handovers")
                .then()
                .statusCode(200)
                .body("items.term", contains(term))
                .body("items[0].community", equalTo(community))
                .body("items[0].seal", equalTo(seal))
                .body("items[0].stage", equalTo("IN_USE"))
                .body("items[0].electedOn", equalTo(TODAY.minusDays(3).toString()))
                .body("items[0].dueOn", equalTo(TODAY.plusDays(7).toString()))
                .body("items[0].overdue", equalTo(false))
                .body("items[0].handoverRule", equalTo("seal.handover-after-election@1"));
        clerk(community)
                .get("/v1/seals/" + seal)
                .then()
                .body("handoverDue.term", equalTo(term))
                .body("handoverDue.dueOn", equalTo(TODAY.plusDays(7).toString()));
        handOver(seal).then().statusCode(200).body("handoverDue", nullValue());
        assertThat(dueHere()).isEmpty();
    }

    @Test
    void whatWasHandedOverOnElectionDayIsNotDueWhenTheElectionBecomesKnown() {
        handOver(seal).then().statusCode(200);
        workforce.elected(community, TODAY);
        assertThat(dueHere()).isEmpty();
    }

    @Test
    void whatWasHandedOverTheDayBeforeIsDue() {
        handOver(seal).then().statusCode(200);
        asOwner("UPDATE seal_handover SET handed_on = '" + TODAY.minusDays(1) + "' WHERE seal_id = '" + seal + "'");
        String term = workforce.elected(community, TODAY);
        assertThat(dueHere()).containsExactly(term);
    }

    @Test
    void aSealThatCameOnElectionDayOrLaterIsNotDue() {
        String without = aCommunity(territory);
        workforce.elected(without, TODAY.minusDays(1));
        assertThat(due(clerk(without), "")).isEmpty();
        String first = aSeal(without);
        assertThat(due(clerk(without), "")).isEmpty();
        workforce.elected(without, TODAY);
        assertThat(due(clerk(without), "")).isEmpty();
        clerk(without).get("/v1/seals/" + first).then().body("handoverDue", nullValue());
    }

    @Test
    void aNewSealInItsPlaceMeetsIt() {
        workforce.elected(community, TODAY);
        String next = replace(seal).then().statusCode(201).extract().path("id");
        assertThat(dueHere()).isEmpty();
        clerk(community).get("/v1/seals/" + seal).then().body("handoverDue", nullValue());
        clerk(community).get("/v1/seals/" + next).then().body("handoverDue", nullValue());
    }

    @Test
    void aLostSealStaysDueUntilAnotherIsIssued() {
        String term = workforce.elected(community, TODAY.minusDays(1));
        clerk(community)
                .body(Map.of("lostOn", TODAY.toString()))
                .post("/v1/seals/" + seal + "/loss")
                .then()
                .statusCode(200)
                .body("handoverDue.term", equalTo(term))
                .body("handoverDue.stage", equalTo("LOST"));
        assertThat(dueHere()).containsExactly(term);
    }

    @Test
    void aLaterElectionIsDueAnewAndTheOneBeforeItNoMore() {
        workforce.elected(community, TODAY.minusDays(25));
        String term = workforce.elected(community, TODAY.minusDays(2));
        assertThat(dueHere()).containsExactly(term);
        workforce.elected(community, TODAY.minusDays(20));
        assertThat(dueHere()).containsExactly(term);
        handOver(seal).then().statusCode(200);
        assertThat(dueHere()).isEmpty();
    }

    @Test
    void theTenthDayIsInTimeAndTheEleventhIsNot() {
        String inTime = workforce.elected(community, TODAY.minusDays(10));
        assertThat(due(clerk(community), "overdue=false")).containsExactly(inTime);
        assertThat(due(clerk(community), "overdue=true")).isEmpty();
        String another = aCommunity(territory);
        aSealOf(another, TODAY.minusDays(30));
        String late = workforce.elected(another, TODAY.minusDays(11));
        assertThat(due(clerk(another), "overdue=true")).containsExactly(late);
        assertThat(due(clerk(another), "overdue=false")).isEmpty();
        clerk(another).get("/v1/due-seal-handovers").then().body("items[0].overdue", equalTo(true));
    }

    @Test
    void theSealIsSetMeanwhileAsBefore() {
        workforce.elected(community, TODAY.minusDays(29));
        approve(community, aRequest(community)).then().statusCode(200).body("stage", equalTo("SEALED"));
    }

    @Test
    void whatIsDueIsListedInItsTerritoryInPages() {
        String one = workforce.elected(community, TODAY.minusDays(1));
        String another = aCommunity(territory);
        aSealOf(another, TODAY.minusDays(30));
        String two = workforce.elected(another, TODAY.minusDays(1));
        assertThat(due(subdistrict(), "")).contains(one, two);
        assertThat(due(as(Roles.AUDITOR, CITY), "division=" + SUBDISTRICT)).contains(one, two);
        assertThat(due(as(Roles.LEADING_GROUP_OFFICE, DISTRICT), "division=" + another))
                .containsExactly(two);
        assertThat(due(as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT), "division=" + Given.NEIGHBOUR))
                .isEmpty();
        assertThat(due(as(Roles.SUBDISTRICT_OFFICER, NEIGHBOUR_SUBDISTRICT), "division=" + SUBDISTRICT))
                .isEmpty();
        String next = subdistrict()
                .get("/v1/due-seal-handovers?limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .extract()
                .path("next");
        assertThat(due(subdistrict(), "cursor=" + next)).isNotEmpty();
        subdistrict().get("/v1/due-seal-handovers?limit=201").then().statusCode(400);
        subdistrict().get("/v1/due-seal-handovers?cursor=nonsense").then().statusCode(400);
        as(Roles.RESIDENT, community).get("/v1/due-seal-handovers").then().statusCode(403);
        as(Roles.DEPARTMENT_OFFICER, DISTRICT)
                .get("/v1/due-seal-handovers")
                .then()
                .statusCode(403);
    }
}
