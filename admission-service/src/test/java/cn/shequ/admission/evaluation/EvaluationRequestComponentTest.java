package cn.shequ.admission.evaluation;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.evaluation.Evaluating.CLOSED_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.NEXT_YEAR;
import static cn.shequ.admission.evaluation.Evaluating.aBody;
import static cn.shequ.admission.evaluation.Evaluating.aDepartment;
import static cn.shequ.admission.evaluation.Evaluating.aPlace;
import static cn.shequ.admission.evaluation.Evaluating.aRequest;
import static cn.shequ.admission.evaluation.Evaluating.aSuccessor;
import static cn.shequ.admission.evaluation.Evaluating.documentOf;
import static cn.shequ.admission.evaluation.Evaluating.item;
import static cn.shequ.admission.evaluation.Evaluating.municipalDocument;
import static cn.shequ.admission.evaluation.Evaluating.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.evaluation.Evaluating.Place;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may ask for an evaluation, by when and on what document. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class EvaluationRequestComponentTest {

    /** Where nobody else asks for anything. */
    private static final String LUYUAN = "220106000000";

    @Inject
    TerritoryRecord territory;

    private Place place = new Place("", "", "", "");

    @BeforeEach
    void aSubdistrictWithAGroup() {
        Given.theCity(territory);
        place = aPlace(territory, LUYUAN);
    }

    @Test
    void whatAHigherLevelOrdersIsAskedForInTime() {
        request(place, NEXT_YEAR, documentOf(aBody(CITY, "PROVINCE", "HIGHER_LEVEL_ORGAN")))
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/evaluation-requests/"))
                .body("stage", equalTo("SUBMITTED"))
                .body("division", equalTo(place.division()))
                .body("department", equalTo(place.department()))
                .body("requestBy", equalTo(NEXT_YEAR + "-03-31"))
                .body("requestByRule", equalTo("evaluation.request-by@1"))
                .body("tally.eligible", equalTo(Given.MEMBERS))
                .body("submittedBy", nullValue());
        Map<String, Object> party = municipalDocument();
        party.put("issuer", "MUNICIPAL_PARTY_COMMITTEE");
        request(place, NEXT_YEAR, party).then().statusCode(201);
    }

    @Test
    void afterTheFirstQuarterItIsRefusedForThatYear() {
        request(place, CLOSED_YEAR, municipalDocument())
                .then()
                .statusCode(422)
                .body("code", equalTo("evaluation-request-late"))
                .body("articles", contains(7))
                .body("figures.required", equalTo(CLOSED_YEAR + "-03-31"))
                .body("figures.actual", equalTo(TODAY.toString()))
                .body("rule", equalTo("evaluation.request-by@1"));
        officerOf(place.department(), place.division())
                .get("/v1/evaluation-requests")
                .then()
                .body("items", empty());
    }

    @Test
    void aYearThatIsFarAheadIsNotAskedForYet() {
        request(place, NEXT_YEAR + 1, municipalDocument())
                .then()
                .statusCode(422)
                .body("code", equalTo("evaluation-too-far-ahead"))
                .body("articles", nullValue())
                .body("rule", equalTo("evaluation.years-ahead@1"))
                .body("figures.required", equalTo(NEXT_YEAR));
    }

    private void refused(String code, String figure, String value, String issuer) {
        request(place, NEXT_YEAR, documentOf(issuer))
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("articles", contains(7))
                .body("figures." + figure, equalTo(value));
    }

    @Test
    void thePaperOfTheCitysBureausOfOthersOrOfAnEnterpriseIsNotEnough() {
        refused("formal-document-not-enough", "actual", "TOWNSHIP_LEVEL", place.department());
        refused("formal-document-not-enough", "actual", "COUNTY_LEVEL", aDepartment(LUYUAN, "COUNTY_LEVEL"));
        refused("formal-document-not-enough", "above", "CITY", Given.aDepartmentOf(CITY));
        refused("formal-document-of-elsewhere", "actual", Given.NEIGHBOUR, Given.aDepartmentOf(Given.NEIGHBOUR));
        refused("formal-document-of-no-department", "actual", "ENTERPRISE", aBody(CITY, "PROVINCE", "ENTERPRISE"));
    }

    @Test
    void aDocumentSaysWhoIssuedIt() {
        Map<String, Object> nobody = municipalDocument();
        nobody.put("issuer", "HIGHER_LEVEL_DEPARTMENT");
        request(place, NEXT_YEAR, nobody)
                .then()
                .statusCode(422)
                .body("code", equalTo("form-contradictory"))
                .body("errors.field", contains("document.issuingDepartment"));
        Map<String, Object> tomorrow = documentOf(place.department());
        tomorrow.put("issuer", "MUNICIPAL_GOVERNMENT");
        tomorrow.put("issuedOn", TODAY.plusDays(1).toString());
        request(place, NEXT_YEAR, tomorrow)
                .then()
                .statusCode(422)
                .body("errors.code", contains("excludes", "in-the-future"));
        request(place, NEXT_YEAR, documentOf(Given.aCreditCode()))
                .then()
                .statusCode(422)
                .body("code", equalTo("department-unknown"));
        request(place, NEXT_YEAR, Map.of()).then().statusCode(400);
    }

    @Test
    void onlyABodyWithAGroupOfItsLevelAsks() {
        String county = aDepartment(LUYUAN, "COUNTY_LEVEL");
        officerOf(county, LUYUAN)
                .body(item(NEXT_YEAR, "项目", municipalDocument()))
                .post("/v1/evaluation-requests")
                .then()
                .statusCode(422)
                .body("code", equalTo("evaluation-without-group"))
                .body("articles", contains(7));
        Response nobodys = as(Given.person("x"), Roles.DEPARTMENT_OFFICER, place.division(), null)
                .body(item(NEXT_YEAR, "项目", municipalDocument()))
                .post("/v1/evaluation-requests");
        nobodys.then().statusCode(403).body("code", equalTo("other-department"));
        as(Roles.COMMUNITY_OFFICER, place.community())
                .body(item(NEXT_YEAR, "项目", municipalDocument()))
                .post("/v1/evaluation-requests")
                .then()
                .statusCode(403);
        officerOf(place.department(), Given.NEIGHBOUR)
                .body(item(NEXT_YEAR, "项目", municipalDocument()))
                .post("/v1/evaluation-requests")
                .then()
                .statusCode(404);
    }

    @Test
    void aRequestSaidAgainIsTheSameRequest() {
        Map<String, Object> body = item(NEXT_YEAR, "健康档案", municipalDocument());
        List<String> ids = List.of("1", "2").stream()
                .map(attempt -> officerOf(place.department(), place.division())
                        .header("Idempotency-Key", "evaluation-" + place.division())
                        .body(body)
                        .post("/v1/evaluation-requests")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    @Test
    void whatWasAskedForIsNotAskedForAgainInThatYear() {
        Map<String, Object> body = item(NEXT_YEAR, "健康档案", municipalDocument());
        ask(body).then().statusCode(201);
        ask(body)
                .then()
                .statusCode(409)
                .body("code", equalTo("evaluation-requested"))
                .body("articles", nullValue())
                .body("figures.title", equalTo("健康档案"))
                .body("figures.year", equalTo(NEXT_YEAR))
                .body("detail", equalTo("The body has asked for \"健康档案\" in " + NEXT_YEAR + " already."));
        ask(item(NEXT_YEAR, "慢性病管理", municipalDocument())).then().statusCode(201);
    }

    private Response ask(Map<String, Object> body) {
        return officerOf(place.department(), place.division()).body(body).post("/v1/evaluation-requests");
    }

    @Test
    void ofManyRequestsForTheSameItemOneIsTaken() throws Exception {
        Callable<Response> ask = () -> ask(item(NEXT_YEAR, "健康档案", municipalDocument()));
        List<Response> answers;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = clients.invokeAll(List.of(ask, ask, ask)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .extracting(answer -> answer.<String>path("code"))
                .containsOnly("evaluation-requested");
    }

    @Test
    void itsBodyWithdrawsItAndMayAskAgain() {
        Map<String, Object> body = item(NEXT_YEAR, "健康档案", municipalDocument());
        String id = officerOf(place.department(), place.division())
                .body(body)
                .post("/v1/evaluation-requests")
                .path("id");
        officerOf(aDepartment(place.division(), "TOWNSHIP_LEVEL"), place.division())
                .body(Map.of("reason", "x"))
                .post("/v1/evaluation-requests/" + id + "/withdrawal")
                .then()
                .statusCode(404);
        Map<String, Object> reason = Map.of("reason", "与其他项目合并");
        String path = "/v1/evaluation-requests/" + id + "/withdrawal";
        officerOf(place.department(), place.division())
                .body(reason)
                .post(path)
                .then()
                .statusCode(200)
                .body("stage", equalTo("WITHDRAWN"))
                .body("reason", equalTo("与其他项目合并"));
        officerOf(place.department(), place.division())
                .body(reason)
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("evaluation-stage-forbids"));
        officerOf(place.department(), place.division())
                .body(body)
                .post("/v1/evaluation-requests")
                .then()
                .statusCode(201);
    }

    @Test
    void whoTakesTheBodysPlaceSeesAndWithdrawsWhatItAsked() {
        String id = aRequest(place);
        String successor = aSuccessor(place);
        String path = "/v1/evaluation-requests/" + id;
        officerOf(successor, place.division()).get(path).then().statusCode(200);
        officerOf(successor, place.division())
                .get("/v1/evaluation-requests")
                .then()
                .body("items.id", contains(id));
        officerOf(place.department(), place.division()).get(path).then().statusCode(404);
        officerOf(place.department(), place.division())
                .get("/v1/evaluation-requests")
                .then()
                .body("items", empty());
        officerOf(successor, place.division())
                .body(Map.of("reason", "机构改革"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200)
                .body("stage", equalTo("WITHDRAWN"));
    }

    @Test
    void theBodyTheGroupAndThoseAboveSeeIt() {
        String id = aRequest(place);
        String list = "/v1/evaluation-requests?stage=SUBMITTED&year=" + NEXT_YEAR;
        officerOf(place.department(), place.division()).get(list).then().body("items.id", contains(id));
        office(LUYUAN).get(list).then().statusCode(200).body("items.id", hasItem(id));
        office(place.division())
                .get("/v1/evaluation-requests/" + id)
                .then()
                .statusCode(200)
                .body("documentNumber", equalTo("长府发〔2026〕12号"));
        String other = aDepartment(place.division(), "TOWNSHIP_LEVEL");
        officerOf(other, place.division()).get(list).then().body("items", empty());
        officerOf(other, place.division())
                .get("/v1/evaluation-requests/" + id)
                .then()
                .statusCode(404);
        office(Given.NEIGHBOUR).get("/v1/evaluation-requests/" + id).then().statusCode(404);
        as(Roles.RESIDENT, place.community())
                .get("/v1/evaluation-requests/" + id)
                .then()
                .statusCode(403);
    }
}
