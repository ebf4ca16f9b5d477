package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.NEIGHBOUR_COMMUNITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.person;
import static cn.shequ.admission.organisation.Organising.COMMUNITY;
import static cn.shequ.admission.organisation.Organising.ERDAO;
import static cn.shequ.admission.organisation.Organising.JILIN;
import static cn.shequ.admission.organisation.Organising.act;
import static cn.shequ.admission.organisation.Organising.anApplication;
import static cn.shequ.admission.organisation.Organising.apply;
import static cn.shequ.admission.organisation.Organising.association;
import static cn.shequ.admission.organisation.Organising.community;
import static cn.shequ.admission.organisation.Organising.district;
import static cn.shequ.admission.organisation.Organising.revise;
import static cn.shequ.admission.organisation.Organising.subdistrict;
import static cn.shequ.admission.organisation.Organising.supervise;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may be applied for at all, and who sees what of it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-6")
@Tag("art-23")
class OrganisationComponentTest {

    private static final String VERTICAL = "vertical-body-without-law";
    private static final String HEADED = "committee-heads-body";

    @Inject
    TerritoryRecord territory;

    private Map<String, Object> organisation = Map.of();
    private String department = "";

    @BeforeEach
    void erdao() {
        Given.theCity(territory);
        Organising.erdao(territory);
        organisation = association("FILED", 3, 0, "0.00");
        department = aDepartmentOf(ERDAO);
    }

    @Test
    void anApplicationIsEnteredAndEverybodyReadsThatItIs() {
        organisation.put("setUpBy", department);
        String id = apply(organisation)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("stage", equalTo("APPLIED"))
                .body("appliedOn", equalTo(TODAY.toString()))
                .extract()
                .path("id");
        given().get("/v1/organisations?stage=APPLIED&track=FILED&community=" + COMMUNITY + "&setUpBy=" + department)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items.nameZh", contains(organisation.get("nameZh")))
                .body("items[0].head", nullValue())
                .body("items[0].individualMembers", nullValue());
    }

    @Test
    void onlyTheFiveKindsAskForFiling() {
        organisation.remove("category");
        apply(organisation)
                .then()
                .statusCode(422)
                .body("code", equalTo("organisation-outside-five-kinds"))
                .body("articles", contains(23));
        organisation.put("track", "REGISTERED");
        apply(organisation).then().statusCode(201).body("category", nullValue());
    }

    @Test
    void aVerticallyManagedBodyNeedsALaw() {
        organisation.put("setUpBy", department);
        organisation.put("verticallyManaged", true);
        refused(6, VERTICAL);
        organisation.put("legalBasis", Map.of("kind", "PARTY_CONSTITUTION", "citation", "x"));
        refused(6, VERTICAL);
        organisation.put("legalBasis", Map.of("kind", "LAW", "citation", "《演示法》第一条"));
        apply(organisation)
                .then()
                .statusCode(201)
                .body("basisCitation", equalTo("《演示法》第一条"))
                .body("setUpBy", equalTo(department));
    }

    @Test
    void whatADepartmentSetsUpIsGenerallyNotHeadedByTheCommittee() {
        organisation.put("headPost", "DEPUTY");
        apply(organisation).then().statusCode(201);
        organisation.put("nameZh", Organising.aName());
        organisation.put("setUpBy", department);
        refused(6, HEADED);
        organisation.put("headException", " ");
        refused(6, HEADED);
        organisation.put("headException", "社区内无其他合适人选");
        apply(organisation).then().statusCode(201).body("headPost", equalTo("DEPUTY"));
    }

    private void refused(int article, String code) {
        apply(organisation).then().statusCode(422).body("code", equalTo(code)).body("articles", contains(article));
    }

    @Test
    void aBodyManagedFromAboveNamesItsDepartmentAndTheDepartmentIsKnown() {
        organisation.put("verticallyManaged", true);
        apply(organisation).then().statusCode(400).body("errors.field", contains("setUpBy"));
        organisation.put("verticallyManaged", false);
        organisation.put("setUpBy", Given.aCreditCode());
        apply(organisation).then().statusCode(422).body("code", equalTo("department-unknown"));
    }

    @Test
    void aDepartmentSpeaksForItsOwnBodiesAndSeesNoOthers() {
        organisation.put("setUpBy", department);
        String id = officerOf(department, ERDAO)
                .body(organisation)
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String other = aDepartmentOf(ERDAO);
        officerOf(other, ERDAO)
                .body(organisation)
                .post("/v1/organisations")
                .then()
                .statusCode(403)
                .body("code", equalTo("other-department"));
        officerOf(department, ERDAO).get("/v1/organisations/" + id).then().statusCode(200);
        officerOf(other, ERDAO).get("/v1/organisations/" + id).then().statusCode(404);
        officerOf(department, ERDAO)
                .get("/v1/organisations/" + anApplication())
                .then()
                .statusCode(404);
        given().get("/v1/organisations?setUpBy=" + department).then().body("items.id", contains(id));
    }

    @Test
    void aCommunityHasOneOfAName() {
        Object name = organisation.get("nameZh");
        apply(organisation).then().statusCode(201);
        organisation.put("nameZh", " " + name + "\u3000");
        apply(organisation)
                .then()
                .statusCode(409)
                .body("code", equalTo("organisation-name-taken"))
                .body("figures.name", equalTo(name));
    }

    @Test
    void ofTwoOfOneNameAtOnceOneIsEntered() {
        Assertions.assertThat(Stream.of(1, 2)
                        .map(each -> CompletableFuture.supplyAsync(
                                () -> apply(organisation).statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void aRequestSaidTwiceIsDoneOnce() {
        String key = UUID.randomUUID().toString();
        List<Object> ids = Stream.of(1, 2)
                .map(each -> (Object) community()
                        .header("Idempotency-Key", key)
                        .body(organisation)
                        .post("/v1/organisations")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"))
                .toList();
        Assertions.assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void itsFiguresAreRevisedUntilItIsSuspended() {
        String id = anApplication(organisation);
        revise(id, 24, 2, "5000.50")
                .then()
                .statusCode(200)
                .body("individualMembers", equalTo(24))
                .body("institutionalMembers", equalTo(2))
                .body("capital", equalTo("5000.50"));
        revise(id, 1, 1, "-0.01").then().statusCode(422).body("errors.field", contains("capital"));
        Organising.file(id).then().statusCode(200);
        revise(id, 25, 2, "5000.50").then().statusCode(200);
        supervise(subdistrict(), act("SUSPENSION", id)).then().statusCode(201);
        revise(id, 1, 1, "0.00").then().statusCode(409).body("code", equalTo("organisation-stage-forbids"));
    }

    @Test
    void itsFiguresAreRevisedInTheVersionThatWasRead() {
        String id = anApplication(organisation);
        String read = community().get("/v1/organisations/" + id).header("ETag");
        community()
                .body(Map.of("individualMembers", 4, "institutionalMembers", 0, "capital", "0.00"))
                .post("/v1/organisations/" + id + "/figures")
                .then()
                .statusCode(428);
        String next =
                revise(read, id, 4, 0, "0.00").then().statusCode(200).extract().header("ETag");
        revise(read, id, 5, 0, "0.00").then().statusCode(412).body("code", equalTo("stale-version"));
        Organising.file(id).then().statusCode(200);
        revise(next, id, 5, 0, "0.00").then().statusCode(412);
        community().get("/v1/organisations/" + id).then().body("individualMembers", equalTo(4));
    }

    @Test
    void whoServesOtherPlacesOrHasAnotherRoleIsRefused() {
        String id = anApplication(organisation);
        as(Roles.SUBDISTRICT_OFFICER, JILIN)
                .get("/v1/organisations/" + id)
                .then()
                .statusCode(404);
        as(Roles.CIVIL_AFFAIRS_OFFICER, NEIGHBOUR)
                .get("/v1/organisations/" + id)
                .then()
                .statusCode(404);
        as(Roles.RESIDENT, COMMUNITY).get("/v1/organisations/" + id).then().statusCode(403);
        district()
                .get("/v1/organisations/" + id)
                .then()
                .statusCode(200)
                .body("head", equalTo(person("head").toString()));
        as(Roles.COMMUNITY_OFFICER, NEIGHBOUR_COMMUNITY)
                .body(organisation)
                .post("/v1/organisations")
                .then()
                .statusCode(404);
        as(Roles.RESIDENT, COMMUNITY)
                .body(organisation)
                .post("/v1/organisations")
                .then()
                .statusCode(403);
        organisation.put("community", ERDAO);
        as(Roles.SUBDISTRICT_OFFICER, ERDAO)
                .body(organisation)
                .post("/v1/organisations")
                .then()
                .statusCode(400)
                .body("errors.field", contains("community"));
    }
}
