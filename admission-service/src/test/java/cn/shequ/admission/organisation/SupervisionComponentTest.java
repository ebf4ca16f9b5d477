package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.organisation.Organising.COMMUNITY;
import static cn.shequ.admission.organisation.Organising.ERDAO;
import static cn.shequ.admission.organisation.Organising.JILIN;
import static cn.shequ.admission.organisation.Organising.NEXT_DOOR;
import static cn.shequ.admission.organisation.Organising.aCase;
import static cn.shequ.admission.organisation.Organising.aCreditCode;
import static cn.shequ.admission.organisation.Organising.aFiled;
import static cn.shequ.admission.organisation.Organising.aName;
import static cn.shequ.admission.organisation.Organising.aRegistered;
import static cn.shequ.admission.organisation.Organising.act;
import static cn.shequ.admission.organisation.Organising.anApplication;
import static cn.shequ.admission.organisation.Organising.community;
import static cn.shequ.admission.organisation.Organising.conclude;
import static cn.shequ.admission.organisation.Organising.district;
import static cn.shequ.admission.organisation.Organising.rectification;
import static cn.shequ.admission.organisation.Organising.register;
import static cn.shequ.admission.organisation.Organising.subdistrict;
import static cn.shequ.admission.organisation.Organising.supervise;
import static cn.shequ.admission.organisation.Organising.takeIn;
import static cn.shequ.admission.organisation.Organising.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
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
@Tag("art-26")
class SupervisionComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void erdao() {
        Given.theCity(territory);
        Organising.erdao(territory);
    }

    private static String stage(String organisation) {
        return district().get("/v1/organisations/" + organisation).path("stage");
    }

    @Test
    void severalDepartmentsActTogetherAndOneAloneDoesNot() {
        String organisation = aFiled();
        String one = aDepartmentOf(ERDAO);
        String other = aDepartmentOf(ERDAO);
        supervise(district(), act("JOINT_ACTION", organisation, one))
                .then()
                .statusCode(422)
                .body("errors.field", contains("participants"))
                .body("errors.code", contains("several-departments"));
        supervise(district(), act("JOINT_ACTION", organisation, one, Given.aCreditCode()))
                .then()
                .statusCode(422)
                .body("code", equalTo("department-unknown"));
        supervise(district(), act("JOINT_ACTION", organisation, one, other))
                .then()
                .statusCode(201)
                .body("participants", containsInAnyOrder(one, other))
                .body("state", equalTo("DONE"));
        assertThat(stage(organisation)).isEqualTo("FILED");
    }

    @Test
    void aTalkIsRecordedAndLeavesTheOrganisationWhereItIs() {
        String organisation = aRegistered(aCreditCode());
        String talk = supervise(subdistrict(), act("REGULATORY_TALK", organisation))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        community()
                .get("/v1/supervision-actions?organisation=" + organisation)
                .then()
                .body("items.id", contains(talk));
        assertThat(stage(organisation)).isEqualTo("REGISTERED");
        supervise(subdistrict(), act("REGULATORY_TALK", anApplication()))
                .then()
                .statusCode(409)
                .body("code", equalTo("organisation-stage-forbids"));
    }

    @Test
    void aRectificationIsOpenThenOverdueThenDone() {
        String organisation = aFiled();
        String action = rectification(organisation);
        String overdue = "/v1/supervision-actions?overdue=true&organisation=" + organisation;
        subdistrict().get(overdue).then().body("items", empty());
        asOwner("UPDATE supervision_action SET taken_on = '" + TODAY.minusDays(9) + "', due_on = '" + TODAY.minusDays(1)
                + "' WHERE id = '" + action + "'");
        subdistrict().get(overdue).then().body("items.id", contains(action)).body("items.state", contains("OVERDUE"));
        conclude(subdistrict(), action)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("concludedOn", equalTo(TODAY.toString()));
        subdistrict().get(overdue).then().body("items", empty());
        conclude(subdistrict(), action).then().statusCode(409).body("code", equalTo("supervision-not-open"));
    }

    /** Of what was to be put right or prosecuted, how much was: it counts in assessments of the government (Art. 36). */
    @Test
    void theShareOfConcludedSupervisionIsMeasured() {
        Measured before = Measured.now();
        supervise(subdistrict(), act("REGULATORY_TALK", aFiled())).then().statusCode(201);
        rectification(aFiled());
        String illegal = supervise(subdistrict(), aCase(aName())).path("id");
        assertThat(Measured.now()).isEqualTo(new Measured(before.concluded(), before.all() + 2));
        conclude(subdistrict(), illegal).then().statusCode(200);
        assertThat(Measured.now()).isEqualTo(new Measured(before.concluded() + 1, before.all() + 2));
    }

    private record Measured(int concluded, int all) {

        static Measured now() {
            Map<String, String> figure = district()
                    .get("/v1/indicators?division=" + ERDAO)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("find { it.indicator == 'supervision-concluded' }");
            return new Measured(
                    Integer.parseInt(figure.getOrDefault("numerator", "")),
                    Integer.parseInt(figure.getOrDefault("denominator", "")));
        }
    }

    @Test
    void whatDoesNotGoTogetherIsSaidAtOnce() {
        Map<String, Object> act = act("RECTIFICATION", aFiled());
        supervise(subdistrict(), act).then().statusCode(422).body("errors.field", contains("dueOn"));
        act.put("dueOn", TODAY.minusDays(1).toString());
        supervise(subdistrict(), act).then().statusCode(422).body("errors.code", contains("date-order"));
        act.put("kind", "ILLEGAL_ORGANISATION");
        act.put("dueOn", TODAY.toString());
        supervise(subdistrict(), act)
                .then()
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("organisation", "body", "dueOn"));
    }

    @Test
    void suspensionRestorationAndExitMoveARegisteredOneAndTheSuiteHears() {
        String code = aCreditCode();
        String organisation = aRegistered(code);
        supervise(subdistrict(), act("SUSPENSION", organisation))
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        supervise(district(), act("RESTORATION", organisation)).then().statusCode(409);
        supervise(district(), act("SUSPENSION", organisation)).then().statusCode(201);
        assertThat(stage(organisation)).isEqualTo("SUSPENDED");
        supervise(district(), act("RESTORATION", organisation)).then().statusCode(201);
        assertThat(stage(organisation)).isEqualTo("REGISTERED");
        supervise(district(), act("EXIT", organisation)).then().statusCode(201);
        assertThat(stage(organisation)).isEqualTo("DEREGISTERED");
        supervise(district(), act("REGULATORY_TALK", organisation)).then().statusCode(409);
        assertThat(told(jdbi, code))
                .satisfiesExactly(
                        registered -> assertThat(registered).contains("organisation-registered"),
                        suspended -> assertThat(suspended).contains("organisation-changed", "SUSPENDED"),
                        restored -> assertThat(restored).contains("organisation-changed", "ACTIVE"),
                        struckOff -> assertThat(struckOff).contains("organisation-deregistered", ERDAO));
    }

    @Test
    void aFiledOneIsForItsSubdistrictAndItsIncubationEndsWithIt() {
        String organisation = aFiled();
        takeIn(organisation).then().statusCode(200);
        supervise(district(), act("SUSPENSION", organisation)).then().statusCode(403);
        supervise(subdistrict(), act("SUSPENSION", organisation)).then().statusCode(201);
        register(organisation).then().statusCode(409);
        supervise(subdistrict(), act("RESTORATION", organisation)).then().statusCode(201);
        assertThat(stage(organisation)).isEqualTo("FILED");
        supervise(subdistrict(), act("EXIT", organisation)).then().statusCode(201);
        community()
                .get("/v1/organisations/" + organisation)
                .then()
                .body("stage", equalTo("DEREGISTERED"))
                .body("incubation.state", equalTo("ENDED"));
        assertThat(told(jdbi, organisation)).singleElement().asString().contains("organisation-filed");
    }

    @Test
    void ofTwoWhoSuspendAtOnceOneDoes() {
        String organisation = aRegistered(aCreditCode());
        assertThat(Stream.of(1, 2)
                        .map(each -> CompletableFuture.supplyAsync(
                                () -> supervise(district(), act("SUSPENSION", organisation))
                                        .statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void aCaseIsAgainstWhatIsOnNoRegister() {
        String name = aName();
        String action = supervise(subdistrict(), aCase(name))
                .then()
                .statusCode(201)
                .body("bodyName", equalTo(name))
                .body("state", equalTo("OPEN"))
                .extract()
                .path("id");
        conclude(district(), action).then().statusCode(200).body("state", equalTo("DONE"));
        String known = community().get("/v1/organisations/" + aFiled()).path("nameZh");
        supervise(subdistrict(), aCase(" " + known + "\u3000"))
                .then()
                .statusCode(422)
                .body("code", equalTo("organisation-is-lawful"))
                .body("articles", contains(26))
                .body("figures.name", equalTo(known))
                .body("figures.community", equalTo(COMMUNITY));
    }

    @Test
    void aCaseIsOfOneCommunityWhateverAnothersOrganisationIsCalled() {
        String known = community().get("/v1/organisations/" + aFiled()).path("nameZh");
        Map<String, Object> elsewhere = aCase(known);
        elsewhere.put("body", Map.of("community", NEXT_DOOR, "name", " " + known));
        supervise(district(), elsewhere)
                .then()
                .statusCode(201)
                .body("community", equalTo(NEXT_DOOR))
                .body("bodyName", equalTo(known));
    }

    @Test
    void aRequestSaidTwiceIsDoneOnce() {
        Map<String, Object> talk = act("REGULATORY_TALK", aFiled());
        String key = UUID.randomUUID().toString();
        List<Object> ids = Stream.of(1, 2)
                .map(each -> (Object) supervise(subdistrict().header("Idempotency-Key", key), talk)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"))
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void whoServesOtherPlacesOrHasAnotherRoleIsRefused() {
        String organisation = aFiled();
        String action = rectification(organisation);
        RequestSpecification neighbour = as(Roles.SUBDISTRICT_OFFICER, JILIN);
        supervise(neighbour, act("REGULATORY_TALK", organisation)).then().statusCode(404);
        conclude(as(Roles.CIVIL_AFFAIRS_OFFICER, NEIGHBOUR), action).then().statusCode(404);
        as(Roles.SUBDISTRICT_OFFICER, JILIN)
                .get("/v1/supervision-actions/" + action)
                .then()
                .statusCode(404);
        as(Roles.SUBDISTRICT_OFFICER, JILIN)
                .get("/v1/supervision-actions?organisation=" + organisation)
                .then()
                .statusCode(200)
                .body("items", empty());
        supervise(as(Roles.SUBDISTRICT_OFFICER, JILIN), aCase(aName())).then().statusCode(404);
        supervise(community(), act("EXIT", organisation)).then().statusCode(403);
        as(Roles.RESIDENT, COMMUNITY).get("/v1/supervision-actions").then().statusCode(403);
        district().get("/v1/supervision-actions/" + action).then().statusCode(200);
    }
}
