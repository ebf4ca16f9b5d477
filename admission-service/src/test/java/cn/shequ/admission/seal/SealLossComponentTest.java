package cn.shequ.admission.seal;

import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.seal.Sealing.SUBDISTRICT;
import static cn.shequ.admission.seal.Sealing.aCommunity;
import static cn.shequ.admission.seal.Sealing.aRequest;
import static cn.shequ.admission.seal.Sealing.aSeal;
import static cn.shequ.admission.seal.Sealing.approve;
import static cn.shequ.admission.seal.Sealing.clerk;
import static cn.shequ.admission.seal.Sealing.director;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Since when a seal is missing, who is told, and what is withdrawn before it is sealed. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-8")
class SealLossComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String community = "";
    private String seal = "";

    @BeforeEach
    void aSealOfTenDaysAgo() {
        Given.theCity(territory);
        community = aCommunity(territory);
        seal = aSeal(community);
        Given.asOwner("UPDATE seal SET issued_on = '" + TODAY.minusDays(10) + "' WHERE id = '" + seal + "'");
    }

    private Response lose(LocalDate day) {
        return clerk(community).body(Map.of("lostOn", day.toString())).post("/v1/seals/" + seal + "/loss");
    }

    private Response withdraw(String use) {
        return clerk(community).post("/v1/seal-uses/" + use + "/withdrawal");
    }

    @Test
    void aSealIsNotMissingSinceBeforeItWasLastSet() {
        String use = aRequest(community);
        approve(community, use).then().statusCode(200);
        lose(TODAY.minusDays(1))
                .then()
                .statusCode(422)
                .body("code", equalTo("seal-used-after-loss"))
                .body("figures.use", equalTo(use))
                .body("figures.number", equalTo(1))
                .body("figures.required", equalTo(TODAY.toString()))
                .body("figures.actual", equalTo(TODAY.minusDays(1).toString()));
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> handle.execute("UPDATE seal SET stage = 'LOST',"
                        + " lost_on = '" + TODAY.minusDays(1) + "', reported_by = 'raw', replaceable_from = '" + TODAY
                        + "', notice_rule = 'x' WHERE id = '" + seal + "'")))
                .hasMessageContaining("was set after");
        lose(TODAY).then().statusCode(200);
    }

    @Test
    void aSealThatNobodySetMayHaveBeenMissingForLong() {
        lose(TODAY.minusDays(9))
                .then()
                .statusCode(200)
                .body("lostOn", equalTo(TODAY.minusDays(9).toString()));
    }

    @Test
    void everybodyReadsWhichSealsAreMissing() {
        String notices = "/v1/seal-loss-notices?limit=200&division=";
        given().get(notices + community).then().statusCode(200).body("items", empty());
        lose(TODAY.minusDays(2)).then().statusCode(200);
        given().get(notices + community)
                .then()
                .body("items.seal", contains(seal))
                .body("items[0].lostOn", equalTo(TODAY.minusDays(2).toString()))
                .body("items[0].replaced", equalTo(false))
                .body("items[0].reportedBy", nullValue())
                .body("items[0].custodian", nullValue());
        given().get(notices + SUBDISTRICT).then().body("items.seal", hasItem(seal));
        given().get(notices + DISTRICT).then().body("items.seal", hasItem(seal));
        given().get(notices + NEIGHBOUR).then().body("items", empty());
        given().get("/v1/seal-loss-notices?limit=201").then().statusCode(400);
    }

    @Test
    void whoAskedForTheSealWithdrawsWhileNobodyHasDecided() {
        String use = aRequest(community);
        director(community)
                .post("/v1/seal-uses/" + use + "/withdrawal")
                .then()
                .statusCode(403)
                .body("code", equalTo("seal-use-of-another"));
        clerk(aCommunity(territory))
                .post("/v1/seal-uses/" + use + "/withdrawal")
                .then()
                .statusCode(404);
        withdraw(use)
                .then()
                .statusCode(200)
                .body("stage", equalTo("WITHDRAWN"))
                .body("approver", nullValue())
                .body("number", nullValue());
        approve(community, use).then().statusCode(409).body("code", equalTo("seal-use-decided"));
        withdraw(use).then().statusCode(409);
    }

    @Test
    void ofAWithdrawalAndAnApprovalAtTheSameMomentOneTakesEffect() {
        String use = aRequest(community);
        List<CompletableFuture<Integer>> acting = Stream.of(
                        CompletableFuture.supplyAsync(() -> withdraw(use).statusCode()),
                        CompletableFuture.supplyAsync(
                                () -> approve(community, use).statusCode()))
                .toList();
        assertThat(acting.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
    }
}
