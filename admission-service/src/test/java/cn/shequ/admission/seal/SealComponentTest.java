package cn.shequ.admission.seal;

import static cn.shequ.admission.Given.NEIGHBOUR_SUBDISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.person;
import static cn.shequ.admission.seal.Sealing.SUBDISTRICT;
import static cn.shequ.admission.seal.Sealing.aCommunity;
import static cn.shequ.admission.seal.Sealing.aSeal;
import static cn.shequ.admission.seal.Sealing.clerk;
import static cn.shequ.admission.seal.Sealing.issue;
import static cn.shequ.admission.seal.Sealing.subdistrict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
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
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-8")
class SealComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String community = "";

    @BeforeEach
    void aCommunityWithoutASeal() {
        Given.theCity(territory);
        community = aCommunity(territory);
    }

    private static Response handOver(String seal, UUID to) {
        return subdistrict().body(Map.of("custodian", to, "reason", "居委会换届")).post("/v1/seals/" + seal + "/handover");
    }

    private Response lose(String seal, LocalDate day) {
        return clerk(community).body(Map.of("lostOn", day.toString())).post("/v1/seals/" + seal + "/loss");
    }

    private static Response replace(String seal) {
        return subdistrict()
                .body(Map.of("custodian", person("custodian-of-the-new-one")))
                .post("/v1/seals/" + seal + "/replacement");
    }

    @Test
    void aCommitteeHasOneSeal() {
        String seal = aSeal(community);
        issue(community)
                .then()
                .statusCode(409)
                .body("code", equalTo("seal-exists"))
                .body("figures.stage", equalTo("IN_USE"));
        clerk(community).get("/v1/seals?community=" + community).then().body("items.id", contains(seal));
    }

    @Test
    void ofTwoThatAreIssuedAtOnceOneIs() {
        assertThat(Stream.of(1, 2)
                        .map(each -> CompletableFuture.supplyAsync(
                                () -> issue(community).statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void custodyIsHandedOverAndEveryHandoverStaysOnRecord() {
        String seal = aSeal(community);
        UUID next = person("next-" + community);
        handOver(seal, next).then().statusCode(200).body("custodian", equalTo(next.toString()));
        handOver(seal, next).then().statusCode(422).body("errors.field", contains("custodian"));
        handOver(seal, person("third-" + community)).then().statusCode(200);
        clerk(community)
                .get("/v1/seals/" + seal)
                .then()
                .statusCode(200)
                .body("handovers.number", contains(2, 1))
                .body(
                        "handovers[1].fromCustodian",
                        equalTo(person("custodian-" + community).toString()))
                .body("handovers[1].toCustodian", equalTo(next.toString()));
    }

    @Test
    void aLostSealIsReplacedWhenItsNoticeHasRunAndNotADayEarlier() {
        String seal = aSeal(community);
        lose(seal, TODAY.plusDays(1)).then().statusCode(400).body("errors.field", contains("lostOn"));
        lose(seal, TODAY)
                .then()
                .statusCode(200)
                .body("stage", equalTo("LOST"))
                .body("replaceableFrom", equalTo(TODAY.plusDays(10).toString()))
                .body("noticeRule", equalTo("seal.replacement-notice@1"));
        lose(seal, TODAY).then().statusCode(409).body("code", equalTo("seal-stage-forbids"));
        handOver(seal, person("next")).then().statusCode(409);
        issue(community).then().statusCode(409).body("figures.stage", equalTo("LOST"));
        replace(seal).then().statusCode(422).body("code", equalTo("seal-notice-runs"));
    }

    @Test
    void theLastDayOfTheNoticeIsTooEarlyAndTheNextIsNot() {
        replace(aLostSeal(aCommunity(territory), TODAY.plusDays(1)))
                .then()
                .statusCode(422)
                .body("code", equalTo("seal-notice-runs"))
                .body("articles", nullValue())
                .body("figures.required", equalTo(TODAY.plusDays(1).toString()))
                .body("figures.actual", equalTo(TODAY.toString()))
                .body("figures.rule", nullValue())
                .body("rule", equalTo("seal.replacement-notice@1"));
        String lost = aLostSeal(community, TODAY);
        String next = replace(lost)
                .then()
                .statusCode(201)
                .body("replaces", equalTo(lost))
                .extract()
                .path("id");
        replace(lost).then().statusCode(409).body("figures.stage", equalTo("REPLACED"));
        clerk(community).get("/v1/seals?community=" + community).then().body("items.id", contains(lost, next));
    }

    /** As it would be when it had been lost on an earlier day. */
    private static String aLostSeal(String community, LocalDate replaceableFrom) {
        UUID id = UUID.fromString("00000000-0000-7000-8000-000000" + community.substring(6));
        asOwner("INSERT INTO seal (id, community, custodian, issued_by, issued_on, stage, lost_on, reported_by,"
                + " replaceable_from, notice_rule) VALUES ('" + id + "', '" + community + "', 'custodian', 'issuer',"
                + " '2026-01-01', 'LOST', '" + replaceableFrom.minusDays(10) + "', 'clerk', '" + replaceableFrom
                + "', 'seal.replacement-notice@1')");
        return id.toString();
    }

    @Test
    void aWornSealIsReplacedAtOnce() {
        String seal = aSeal(community);
        replace(seal).then().statusCode(201).body("stage", equalTo("IN_USE"));
        clerk(community).get("/v1/seals/" + seal).then().body("stage", equalTo("REPLACED"));
    }

    @Test
    void aRequestSaidTwiceIsDoneOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("community", community, "custodian", person("k"));
        String first = subdistrict()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/seals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        subdistrict()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/seals")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void anotherSubdistrictDoesNotSeeItAndWrongRolesAreRefused() {
        String seal = aSeal(community);
        as(Roles.SUBDISTRICT_OFFICER, NEIGHBOUR_SUBDISTRICT)
                .body(Map.of("custodian", person("x"), "reason", "r"))
                .post("/v1/seals/" + seal + "/handover")
                .then()
                .statusCode(404);
        as(Roles.SUBDISTRICT_OFFICER, NEIGHBOUR_SUBDISTRICT)
                .get("/v1/seals?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(seal)));
        as(Roles.COMMUNITY_OFFICER, Given.COMMUNITY)
                .get("/v1/seals/" + seal)
                .then()
                .statusCode(404);
        as(Roles.SUBDISTRICT_OFFICER, SUBDISTRICT)
                .get("/v1/seals/" + seal)
                .then()
                .statusCode(200);
        as(Roles.RESIDENT, community).get("/v1/seals/" + seal).then().statusCode(403);
        clerk(community)
                .body(Map.of("custodian", person("x")))
                .post("/v1/seals/" + seal + "/replacement")
                .then()
                .statusCode(403);
    }

    @Test
    void whoServesADivisionAboveIsNotTheCommittee() {
        String seal = aSeal(community);
        as(Roles.COMMUNITY_OFFICER, SUBDISTRICT)
                .body(Map.of("lostOn", TODAY.toString()))
                .post("/v1/seals/" + seal + "/loss")
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
    }

    @Test
    void theDatabaseKeepsLossAndNoticeToo() {
        String lost = aLostSeal(community, TODAY.plusDays(1));
        String another = "INSERT INTO seal (id, community, custodian, issued_by, issued_on, stage, replaces) VALUES"
                + " (gen_random_uuid(), '" + community + "', 'c', 'i', '" + TODAY + "', 'IN_USE', %s)";
        String gone = "UPDATE seal SET stage = 'REPLACED' WHERE id = '" + lost + "'; ";
        refusedByDatabase("it is not used again", "UPDATE seal SET stage = 'IN_USE' WHERE id = '" + lost + "'");
        refusedByDatabase(
                "it is not used again", "UPDATE seal SET replaceable_from = '" + TODAY + "' WHERE id = '" + lost + "'");
        refusedByDatabase("duplicate key", another.formatted("NULL"));
        refusedByDatabase("cannot be replaced on", gone + another.formatted("'" + lost + "'"));
        refusedByDatabase("replaces the one before", gone + another.formatted("NULL"));
        refusedByDatabase("permission denied", "DELETE FROM seal WHERE id = '" + lost + "'");
    }

    private void refusedByDatabase(String words, String statement) {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> handle.execute(statement)))
                .hasMessageContaining(words);
    }
}
