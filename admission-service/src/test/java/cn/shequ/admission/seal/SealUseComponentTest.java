package cn.shequ.admission.seal;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.seal.Sealing.MATTER;
import static cn.shequ.admission.seal.Sealing.aCommunity;
import static cn.shequ.admission.seal.Sealing.aMatter;
import static cn.shequ.admission.seal.Sealing.aRequest;
import static cn.shequ.admission.seal.Sealing.aSeal;
import static cn.shequ.admission.seal.Sealing.approve;
import static cn.shequ.admission.seal.Sealing.clerk;
import static cn.shequ.admission.seal.Sealing.director;
import static cn.shequ.admission.seal.Sealing.request;
import static cn.shequ.admission.seal.Sealing.subdistrict;
import static cn.shequ.admission.seal.Sealing.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.Told;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-8")
class SealUseComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String community = "";
    private String seal = "";

    @BeforeEach
    void aCommunityWithASeal() {
        Given.theCity(territory);
        community = aCommunity(territory);
        seal = aSeal(community);
    }

    private List<String> told(String use) {
        return Told.of(jdbi, "seal-used.v1", use);
    }

    @Test
    void oneAsksAnotherApprovesAndTheRegisterSaysSo() {
        String first = aRequest(community);
        assertThat(told(first)).isEmpty();
        approve(community, first)
                .then()
                .statusCode(200)
                .body("stage", equalTo("SEALED"))
                .body("number", equalTo(1))
                .body("sealId", equalTo(seal))
                .body("decidedAt", notNullValue());
        assertThat(told(first)).singleElement().asString().contains(MATTER).doesNotContain("王某某", "楼道");
        approve(community, aRequest(community)).then().statusCode(200).body("number", equalTo(2));
    }

    @Test
    void nobodySealsWhatOneselfAskedFor() {
        String use = aRequest(community);
        clerk(community)
                .post("/v1/seal-uses/" + use + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-acted"))
                .body("figures.capacity", equalTo("APPROVER"));
    }

    @Test
    void whatTheCatalogueDoesNotHaveIsNotSealed() {
        refused("NO_KINSHIP", "FORBIDDEN");
        refused("FAVOUR_OF_A_FRIEND", "NOT_IN_CATALOGUE");
        String ended = aMatter("DAILY_WORK");
        Given.asOwner("UPDATE seal_matter SET valid_to = '" + TODAY.minusDays(1) + "' WHERE code = '" + ended + "'");
        refused(ended, "NOT_IN_FORCE");
    }

    private void refused(String matter, String finding) {
        request(community, matter)
                .then()
                .statusCode(422)
                .body("code", equalTo("seal-matter-outside-catalogue"))
                .body("articles", contains(8))
                .body("figures.finding", equalTo(finding))
                .body("figures.on", equalTo(TODAY.toString()));
    }

    @Test
    void whatLeavesTheCatalogueMeanwhileIsNotSealedEither() {
        String matter = aMatter("CERTIFICATE");
        String use = request(community, matter).then().statusCode(201).extract().path("id");
        Given.asOwner("UPDATE seal_matter SET valid_to = '" + TODAY.minusDays(1) + "' WHERE code = '" + matter + "'");
        approve(community, use).then().statusCode(422).body("code", equalTo("seal-matter-outside-catalogue"));
        assertThat(told(use)).isEmpty();
    }

    @Test
    void nothingIsSealedBlankOrWithoutASeal() {
        Map<String, Object> blank = use(community, MATTER);
        blank.put("blanks", true);
        clerk(community)
                .body(blank)
                .post("/v1/seal-uses")
                .then()
                .statusCode(422)
                .body("code", equalTo("document-has-blanks"))
                .body("articles", nullValue());
        request(aCommunity(territory), MATTER).then().statusCode(422).body("code", equalTo("no-seal-in-use"));
    }

    @Test
    void withALostSealNothingIsSealedNotEvenWhatWasAskedForBefore() {
        String use = aRequest(community);
        clerk(community)
                .body(Map.of("lostOn", TODAY.toString()))
                .post("/v1/seals/" + seal + "/loss")
                .then()
                .statusCode(200);
        approve(community, use).then().statusCode(422).body("code", equalTo("no-seal-in-use"));
        request(community, MATTER).then().statusCode(422).body("code", equalTo("no-seal-in-use"));
    }

    @Test
    void afterAWornSealWasReplacedTheNewOneIsSet() {
        String use = aRequest(community);
        String next = subdistrict()
                .body(Map.of("custodian", Given.person("next")))
                .post("/v1/seals/" + seal + "/replacement")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approve(community, use)
                .then()
                .statusCode(200)
                .body("sealId", equalTo(next))
                .body("number", equalTo(1));
    }

    @Test
    void whoServesADivisionAboveIsNotTheCommittee() {
        String use = aRequest(community);
        as(Roles.COMMUNITY_OFFICER, Sealing.SUBDISTRICT)
                .post("/v1/seal-uses/" + use + "/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        as(Roles.COMMUNITY_OFFICER, Sealing.SUBDISTRICT)
                .get("/v1/seal-uses/" + use)
                .then()
                .statusCode(200)
                .body("applicant", nullValue());
    }

    @Test
    void whatIsDeclinedKeepsItsReasonAndTakesNoNumber() {
        String use = aRequest(community);
        director(community)
                .body(Map.of("reason", "内容与会议决定不符"))
                .post("/v1/seal-uses/" + use + "/declination")
                .then()
                .statusCode(200)
                .body("stage", equalTo("DECLINED"))
                .body("number", nullValue());
        approve(community, use).then().statusCode(409).body("code", equalTo("seal-use-decided"));
        approve(community, aRequest(community)).then().statusCode(200).body("number", equalTo(1));
    }

    @Test
    void manyAtOnceGetNumbersWithoutGapsAndTwoApprovalsOfOneSealItOnce() {
        List<String> asked =
                IntStream.range(0, 6).mapToObj(each -> aRequest(community)).toList();
        List<Integer> numbers = asked.stream()
                .map(use -> CompletableFuture.supplyAsync(() ->
                        approve(community, use).then().statusCode(200).extract().<Integer>path("number")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        String use = aRequest(community);
        assertThat(Stream.of(1, 2)
                        .map(each -> CompletableFuture.supplyAsync(
                                () -> approve(community, use).statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(told(use)).hasSize(1);
    }

    @Test
    void whatItSaysAndForWhomOnlyTheCommitteeIsShown() {
        String use = aRequest(community);
        clerk(community).get("/v1/seal-uses/" + use).then().statusCode(200).body("applicant", equalTo("王某某"));
        subdistrict()
                .get("/v1/seal-uses/" + use)
                .then()
                .statusCode(200)
                .body("applicant", nullValue())
                .body("summary", nullValue());
        as(Roles.AUDITOR, Given.DISTRICT)
                .get("/v1/seal-uses?community=" + community)
                .then()
                .statusCode(200)
                .body("items.id", contains(use))
                .body("items.applicant", everyItem(nullValue()))
                .body("items.summary", everyItem(nullValue()));
        as(Roles.AUDITOR, Given.NEIGHBOUR).get("/v1/seal-uses/" + use).then().statusCode(404);
        as(Roles.COMMUNITY_OFFICER, Given.NEIGHBOUR_COMMUNITY)
                .post("/v1/seal-uses/" + use + "/approval")
                .then()
                .statusCode(404);
        as(Roles.DEPARTMENT_OFFICER, Given.DISTRICT)
                .get("/v1/seal-uses/" + use)
                .then()
                .statusCode(403);
        clerk(community)
                .get("/v1/seal-uses?stage=REQUESTED&matter=" + MATTER)
                .then()
                .body("items.id", contains(use));
    }

    @Test
    void theDatabaseKeepsTheRegisterToo() {
        String use = aRequest(community);
        String sealed = "UPDATE seal_use SET stage = 'SEALED', decided_at = '" + TODAY
                + "', approver = '%s', number = %d" + " WHERE id = '" + use + "'";
        String clerk = Given.person("clerk-" + community).toString();
        refusedByDatabase("never_one_person", sealed.formatted(clerk, 1));
        refusedByDatabase("leaves no number out", sealed.formatted("other", 2));
        refusedByDatabase("permission denied", "UPDATE seal_use SET copies = 9 WHERE id = '" + use + "'");
        refusedByDatabase(
                "is not in the catalogue",
                "INSERT INTO seal_use (id, seal_id, community, matter, summary, copies, applicant, handler, requested_on,"
                        + " stage, approver, decided_at, number) SELECT gen_random_uuid(), seal_id, community,"
                        + " 'NO_KINSHIP', 's', 1, 'a', 'h', requested_on, 'SEALED', 'x', now(), 1 FROM seal_use"
                        + " WHERE id = '" + use + "'");
        approve(community, use).then().statusCode(200);
        refusedByDatabase(
                "is on record",
                "UPDATE seal_use SET stage = 'DECLINED', reason = 'r', number = NULL WHERE id = '" + use + "'");
        refusedByDatabase(
                "duplicate key",
                "INSERT INTO seal (id, community, custodian, issued_by, issued_on, stage) VALUES (gen_random_uuid(), '"
                        + community + "', 'c', 'i', '" + TODAY + "', 'IN_USE')");
    }

    private void refusedByDatabase(String words, String statement) {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining(words);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        clerk(community)
                .body(Map.of("community", community, "matter", "lower case", "summary", " ", "copies", 0))
                .post("/v1/seal-uses")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("matter", "summary", "copies", "applicant", "blanks"));
    }
}
