package cn.shequ.admission.burden;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.person;
import static cn.shequ.admission.burden.Burdens.SHUANGYANG;
import static cn.shequ.admission.burden.Burdens.YUNSHAN;
import static cn.shequ.admission.burden.Burdens.aCommunity;
import static cn.shequ.admission.burden.Burdens.aDemand;
import static cn.shequ.admission.burden.Burdens.aRequested;
import static cn.shequ.admission.burden.Burdens.anApproved;
import static cn.shequ.admission.burden.Burdens.anExemption;
import static cn.shequ.admission.burden.Burdens.approve;
import static cn.shequ.admission.burden.Burdens.decline;
import static cn.shequ.admission.burden.Burdens.demand;
import static cn.shequ.admission.burden.Burdens.request;
import static cn.shequ.admission.burden.Burdens.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class DemandExemptionComponentTest {

    @Inject
    TerritoryRecord territory;

    private String community = "";
    private String department = "";

    @BeforeEach
    void aCommunityAndADepartment() {
        Burdens.shuangyang(territory);
        community = aCommunity(territory);
        department = aDepartmentOf(SHUANGYANG);
    }

    private Response meeting(String body, String kind, String exemption) {
        return demand(
                officerOf(body, SHUANGYANG),
                with(aDemand(community, body, kind, "PUBLIC_HEALTH"), "exemption", exemption));
    }

    @Test
    void aMeetingMayBeAskedForOnceTheExemptionIsApproved() {
        String id = aRequested(department, YUNSHAN, "MEETING");
        meeting(department, "MEETING", id)
                .then()
                .statusCode(422)
                .body("code", equalTo("demand-without-basis"))
                .body("articles", contains(7))
                .body("figures.basis", equalTo("EXEMPTION"))
                .body("figures.grounds", equalTo("NOT_EXEMPTED"));
        approve(office(SHUANGYANG), id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("APPROVED"))
                .body("decidedBy", nullValue());
        meeting(department, "MEETING", id)
                .then()
                .statusCode(201)
                .body("basis", equalTo("EXEMPTION"))
                .body("exemption", equalTo(id));
    }

    @Test
    void anExemptionIsForItsBodyItsKindAndItsPlaceAlone() {
        String here = anApproved(department, YUNSHAN, "MEETING");
        refused(meeting(aDepartmentOf(SHUANGYANG), "MEETING", here), "NOT_EXEMPTED");
        refused(meeting(department, "UNPAID_SERVICE", here), "NOT_EXEMPTED");
        refused(meeting(department, "MEETING", UUID.randomUUID().toString()), "NOT_EXEMPTED");
        refused(
                meeting(department, "MEETING", anApproved(department, aCommunity(territory), "MEETING")),
                "NOT_EXEMPTED");
        Map<String, Object> later = with(
                anExemption(YUNSHAN, "MEETING"), "validFrom", TODAY.plusDays(1).toString());
        String toCome = request(department, later).path("id");
        approve(office(SHUANGYANG), toCome).then().statusCode(200);
        refused(meeting(department, "MEETING", toCome), "EXEMPTION_NOT_IN_FORCE");
    }

    @Test
    void anExemptionIsForItsMatterAlone() {
        String id = anApproved(department, YUNSHAN, "MEETING");
        refused(
                demand(
                        officerOf(department, SHUANGYANG),
                        with(aDemand(community, department, "MEETING", "EMPLOYMENT"), "exemption", id)),
                "NOT_EXEMPTED");
        meeting(department, "MEETING", id).then().statusCode(201);
        Map<String, Object> nameless = anExemption(YUNSHAN, "MEETING");
        nameless.remove("matter");
        request(department, nameless).then().statusCode(400).body("errors.field", contains("matter"));
    }

    @Test
    void anExemptionEndsAfterTwelveMonthsAtTheLatest() {
        Map<String, Object> year = with(
                anExemption(YUNSHAN, "MEETING"),
                "validTo",
                TODAY.plusMonths(12).minusDays(1).toString());
        request(department, year).then().statusCode(201);
        request(department, with(year, "validTo", TODAY.plusMonths(12).toString()))
                .then()
                .statusCode(422)
                .body("code", equalTo("exemption-too-long"))
                .body("rule", equalTo("exemption.lasts@1"))
                .body("articles", nullValue())
                .body("figures.required", equalTo(year.get("validTo")))
                .body("figures.actual", equalTo(TODAY.plusMonths(12).toString()));
    }

    private static void refused(Response answer, String grounds) {
        answer.then().statusCode(422).body("figures.grounds", equalTo(grounds));
    }

    @Test
    void aDutyOfAnOfficeIsNotExempted() {
        String id = anApproved(department, YUNSHAN, "UNPAID_SERVICE");
        demand(
                        officerOf(department, SHUANGYANG),
                        with(aDemand(community, department, "UNPAID_SERVICE", "CITY_MANAGEMENT"), "exemption", id))
                .then()
                .statusCode(422)
                .body("code", equalTo("duty-shifted"));
    }

    @Test
    void whatIsDeclinedIsNoBasisAndIsNotDecidedAgain() {
        String id = aRequested(department, YUNSHAN, "UNPAID_SERVICE");
        decline(SHUANGYANG, id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("DECLINED"))
                .body("note", equalTo("可以视频方式传达"));
        refused(meeting(department, "UNPAID_SERVICE", id), "NOT_EXEMPTED");
        approve(office(SHUANGYANG), id)
                .then()
                .statusCode(409)
                .body("code", equalTo("exemption-decided"))
                .body("figures.stage", equalTo("DECLINED"));
    }

    @Test
    void ofTwoDecisionsAtTheSameMomentOneTakesEffect() {
        String id = aRequested(department, YUNSHAN, "MEETING");
        Stream<CompletableFuture<Integer>> deciding = Stream.of(
                CompletableFuture.supplyAsync(
                        () -> approve(office(SHUANGYANG), id).statusCode()),
                CompletableFuture.supplyAsync(() -> decline(SHUANGYANG, id).statusCode()));
        assertThat(deciding.toList().stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void theOfficeOfTheBodysOwnLevelDecidesAndNeverWhoAsked() {
        String id = aRequested(department, YUNSHAN, "MEETING");
        approve(office(CITY), id).then().statusCode(403).body("code", equalTo("outside-jurisdiction"));
        approve(office(NEIGHBOUR), id).then().statusCode(404);
        approve(officerOf(department, SHUANGYANG), id).then().statusCode(403);
        approve(as(person("officer-" + department), Roles.LEADING_GROUP_OFFICE, SHUANGYANG, null), id)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-acted"));
        approve(office(SHUANGYANG), UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void aBodyAsksForItsOwnDivisionAndForWhatIsToCome() {
        request(department, anExemption(NEIGHBOUR, "MEETING"))
                .then()
                .statusCode(422)
                .body("code", equalTo("exemption-outside-division"))
                .body("articles", nullValue())
                .body("figures.required", equalTo(SHUANGYANG));
        request(department, with(anExemption(YUNSHAN, "MEETING"), "validTo", "3000-01-01"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("validTo"));
        request(department, anExemption("220112999000", "MEETING"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("division"));
        Map<String, Object> over = with(
                anExemption(YUNSHAN, "LEDGER"), "validFrom", TODAY.minusDays(1).toString());
        request(department, with(over, "validTo", TODAY.minusDays(2).toString()))
                .then()
                .statusCode(422)
                .body("errors.field", contains("kind", "validFrom", "validTo"));
        request(aCreditCode(), anExemption(YUNSHAN, "MEETING"))
                .then()
                .statusCode(422)
                .body("code", equalTo("department-unknown"));
        office(SHUANGYANG)
                .body(anExemption(YUNSHAN, "MEETING"))
                .post("/v1/demand-exemptions")
                .then()
                .statusCode(403);
    }

    @Test
    void everybodyReadsWhatWasExemptedAndWhy() {
        String id = anApproved(department, YUNSHAN, "MEETING");
        given().get("/v1/demand-exemptions/" + id)
                .then()
                .statusCode(200)
                .body("reason", equalTo("汛期应急，时间紧迫"))
                .body("requestedBy", nullValue());
        given().get("/v1/demand-exemptions?stage=APPROVED&decidingDivision=" + SHUANGYANG + "&department=" + department)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        given().get("/v1/demand-exemptions/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whatNobodyHasDecidedIsShownToThoseConcerned() {
        String id = aRequested(department, YUNSHAN, "MEETING");
        given().get("/v1/demand-exemptions/" + id).then().statusCode(404);
        given().get("/v1/demand-exemptions?department=" + department).then().body("items", empty());
        given().get("/v1/demand-exemptions?stage=REQUESTED&department=" + department)
                .then()
                .body("items", empty());
        String request = "/v1/demand-exemption-requests/" + id;
        officerOf(department, SHUANGYANG).get(request).then().statusCode(200).body("stage", equalTo("REQUESTED"));
        office(SHUANGYANG).get(request).then().statusCode(200);
        office(CITY).get(request).then().statusCode(200);
        office(NEIGHBOUR).get(request).then().statusCode(404);
        officerOf(aDepartmentOf(SHUANGYANG), SHUANGYANG).get(request).then().statusCode(404);
        as(Roles.COMMUNITY_OFFICER, community).get(request).then().statusCode(403);
        given().get(request).then().statusCode(401);
        String list = "/v1/demand-exemption-requests?limit=200&stage=REQUESTED";
        officerOf(department, SHUANGYANG).get(list).then().body("items.id", contains(id));
        officerOf(aDepartmentOf(SHUANGYANG), SHUANGYANG).get(list).then().body("items", empty());
        office(SHUANGYANG).get(list).then().body("items.id", hasItem(id));
        decline(SHUANGYANG, id).then().statusCode(200);
        given().get("/v1/demand-exemptions/" + id).then().statusCode(200).body("stage", equalTo("DECLINED"));
    }
}
