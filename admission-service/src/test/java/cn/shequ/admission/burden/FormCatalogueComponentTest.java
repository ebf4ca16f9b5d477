package cn.shequ.admission.burden;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.burden.Burdens.SHUANGYANG;
import static cn.shequ.admission.burden.Burdens.aCatalogueForm;
import static cn.shequ.admission.burden.Burdens.aCommunity;
import static cn.shequ.admission.burden.Burdens.aDemand;
import static cn.shequ.admission.burden.Burdens.anEnteredForm;
import static cn.shequ.admission.burden.Burdens.demand;
import static cn.shequ.admission.burden.Burdens.enter;
import static cn.shequ.admission.burden.Burdens.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-7")
class FormCatalogueComponentTest {

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

    private Response ask(String form) {
        return ask(department, SHUANGYANG, "STATISTICAL_FORM", form);
    }

    private Response ask(String body, String division, String kind, String form) {
        return demand(
                officerOf(body, division), with(aDemand(community, body, kind, "COMMUNITY_EDUCATION"), "form", form));
    }

    private static Response end(String office, String form, Map<String, Object> end) {
        return office(office).body(end).post("/v1/form-catalogue/" + form + "/end");
    }

    @Test
    void aFormOfTheCatalogueMayBeAskedForAndNoOther() {
        String form = anEnteredForm(department, "MONTHLY", "姓名", "住址");
        ask(form)
                .then()
                .statusCode(201)
                .body("basis", equalTo("CATALOGUE_FORM"))
                .body("form", equalTo(form))
                .body("formPeriod", equalTo(TODAY.withDayOfMonth(1).toString()));
        for (String kind : List.of("STATISTICAL_FORM", "LEDGER")) {
            demand(officerOf(department, SHUANGYANG), aDemand(community, department, kind, "COMMUNITY_EDUCATION"))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("demand-without-basis"))
                    .body("articles", contains(7))
                    .body("figures.basis", equalTo("CATALOGUE_FORM"))
                    .body("figures.grounds", equalTo("FORM_NOT_IN_CATALOGUE"));
        }
        ask(UUID.randomUUID().toString()).then().body("figures.grounds", equalTo("FORM_NOT_IN_CATALOGUE"));
        ask(department, SHUANGYANG, "LEDGER", form).then().body("figures.grounds", equalTo("FORM_NOT_IN_CATALOGUE"));
    }

    @Test
    void aFormIsAskedForByItsIssuerInsideTheIssuersDivision() {
        String form = anEnteredForm(department, "MONTHLY", "姓名");
        ask(aDepartmentOf(SHUANGYANG), SHUANGYANG, "STATISTICAL_FORM", form)
                .then()
                .statusCode(422)
                .body("figures.grounds", equalTo("FORM_OF_ANOTHER_BODY"));
        String neighbour = aDepartmentOf(NEIGHBOUR);
        String far = enter(office(NEIGHBOUR), aCatalogueForm(neighbour, "MONTHLY", "姓名"))
                .path("id");
        ask(far).then().statusCode(422).body("figures.grounds", equalTo("FORM_NOT_IN_CATALOGUE"));
        String city = aDepartmentOf(CITY);
        String wide = enter(office(CITY), aCatalogueForm(city, "MONTHLY", "姓名")).path("id");
        ask(city, CITY, "STATISTICAL_FORM", wide).then().statusCode(201);
    }

    @Test
    void aSuccessorAsksForTheFormsOfItsPredecessor() {
        String form = anEnteredForm(department, "MONTHLY", "姓名");
        String successor = aDepartmentOf(SHUANGYANG);
        as(Roles.CIVIL_AFFAIRS_OFFICER, SHUANGYANG)
                .body(Map.of("successor", successor))
                .post("/v1/departments/" + department + "/succession")
                .then()
                .statusCode(200);
        ask(successor, SHUANGYANG, "STATISTICAL_FORM", form).then().statusCode(201);
    }

    @Test
    void whatWasFilledInForAPeriodIsNotAskedForAgain() {
        String form = anEnteredForm(department, "YEARLY", "姓名");
        List<CompletableFuture<Integer>> asking = new ArrayList<>();
        IntStream.range(0, 4)
                .forEach(number ->
                        asking.add(CompletableFuture.supplyAsync(() -> ask(form).statusCode())));
        assertThat(asking.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 422, 422, 422);
        ask(form).then().statusCode(422).body("figures.grounds", equalTo("FORM_ASKED_FOR_ALREADY"));
        as(Roles.AUDITOR, SHUANGYANG)
                .get("/v1/demands?refused=false&community=" + community)
                .then()
                .body("items.form", contains(form));
        community = aCommunity(territory);
        ask(form).then().statusCode(201);
    }

    @Test
    void everybodyReadsTheCatalogue() {
        String form = anEnteredForm(department, "QUARTERLY", "姓名", "住址");
        given().get("/v1/form-catalogue/" + form)
                .then()
                .statusCode(200)
                .body("fields", contains("姓名", "住址"))
                .body("frequency", equalTo("QUARTERLY"))
                .body("division", equalTo(SHUANGYANG))
                .body("enteredBy", nullValue());
        given().get("/v1/form-catalogue?limit=200&kind=STATISTICAL_FORM&division=" + SHUANGYANG)
                .then()
                .body("items.id", hasItem(form));
        given().get("/v1/form-catalogue?limit=200&on=2025-12-31&division=" + SHUANGYANG)
                .then()
                .body("items.id", not(hasItem(form)));
        given().get("/v1/form-catalogue/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aFormEndsOnceAndIsMergedIntoOneThatStays() {
        String form = anEnteredForm(department, "MONTHLY", "姓名");
        String other = anEnteredForm(department, "MONTHLY", "姓名", "住址");
        end(SHUANGYANG, form, Map.of("validTo", TODAY.minusDays(1).toString()))
                .then()
                .statusCode(400);
        end(SHUANGYANG, form, Map.of("validTo", TODAY.toString(), "mergedInto", form))
                .then()
                .statusCode(422)
                .body("errors.field", contains("mergedInto"));
        end(SHUANGYANG, other, Map.of("validTo", TODAY.toString())).then().statusCode(200);
        end(SHUANGYANG, form, Map.of("validTo", TODAY.toString(), "mergedInto", other))
                .then()
                .statusCode(422)
                .body("errors.field", contains("mergedInto"));
        end(NEIGHBOUR, form, Map.of("validTo", TODAY.toString())).then().statusCode(404);
        end(SHUANGYANG, form, Map.of("validTo", "3000-01-01"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("out-of-range"));
        end(SHUANGYANG, form, Map.of("validTo", TODAY.toString()))
                .then()
                .statusCode(200)
                .body("validTo", equalTo(TODAY.toString()));
        end(SHUANGYANG, form, Map.of("validTo", TODAY.plusDays(9).toString()))
                .then()
                .statusCode(409)
                .body("code", equalTo("catalogue-form-ended"))
                .body("figures.validTo", notNullValue());
        ask(form).then().statusCode(201);
    }

    @Test
    void aNameThatGrowsWhenItIsNormalisedIsAName() {
        String ligatures = "\uFDFA".repeat(40);
        given().get("/v1/form-catalogue/" + anEnteredForm(department, "YEARLY", ligatures))
                .then()
                .statusCode(200)
                .body("fields", contains(ligatures));
    }

    @Test
    void theOfficeOfTheIssuersDivisionEnters() {
        Map<String, Object> form = aCatalogueForm(department, "MONTHLY", "姓名", "姓 名");
        enter(office(SHUANGYANG), form)
                .then()
                .statusCode(422)
                .body("code", equalTo("form-contradictory"))
                .body("errors.field", contains("fields[1]"));
        enter(office(SHUANGYANG), with(aCatalogueForm(department, "MONTHLY", "姓名"), "kind", "MEETING"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("kind"));
        enter(office(NEIGHBOUR), form).then().statusCode(404);
        enter(officerOf(department, SHUANGYANG), form).then().statusCode(403);
        enter(office(SHUANGYANG), aCatalogueForm(aCreditCode(), "MONTHLY", "姓名"))
                .then()
                .statusCode(422)
                .body("code", equalTo("department-unknown"));
    }
}
