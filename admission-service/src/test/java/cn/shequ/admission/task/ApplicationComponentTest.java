package cn.shequ.admission.task;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.COMMUNITY_2;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.NEIGHBOUR_COMMUNITY;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aDraft;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.aSubmitted;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.draft;
import static cn.shequ.admission.Given.funding;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.submit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class ApplicationComponentTest {

    @Inject
    TerritoryRecord territory;

    private String health = "";

    @BeforeEach
    void aCityWithADepartment() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
    }

    @Test
    void aDraftMayLeaveOutAnything() {
        draft(health, DISTRICT, Map.of())
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("stage", equalTo("DRAFT"))
                .body("division", equalTo(DISTRICT));
    }

    @Test
    void aSubmissionNamesEverythingThatIsMissingAtOnce() {
        String id = aDraft(health, DISTRICT, Map.of());
        submit(health, DISTRICT, id)
                .then()
                .statusCode(422)
                .body("code", equalTo("form-incomplete"))
                .body("articles", contains(5, 11))
                .body(
                        "errors.field",
                        hasItems(
                                "title",
                                "domain",
                                "legalBasis",
                                "communities",
                                "content",
                                "objects",
                                "authority",
                                "validFrom",
                                "validTo",
                                "workload",
                                "payer",
                                "fundingBasis",
                                "funding"));
    }

    @Test
    void aTaskOutsideTheDomainsNeedsExceptionalGrounds() {
        Map<String, Object> form = aForm(health, COMMUNITY);
        form.remove("domain");
        form.put("exceptionalGrounds", "防汛抢险期间的临时任务");
        aSubmitted(health, DISTRICT, form);
    }

    @Test
    void aFormThatContradictsItselfIsNotKept() {
        Map<String, Object> form = aForm(health, COMMUNITY, COMMUNITY);
        form.put("exceptionalGrounds", "例外");
        form.put("validTo", "2020-01-01");
        Map<String, Object> negative = funding(2026, "-1.00");
        form.put("funding", List.of(negative, funding(2026, "1.00")));
        draft(health, DISTRICT, form)
                .then()
                .statusCode(422)
                .body("code", equalTo("form-contradictory"))
                .body(
                        "errors.field",
                        hasItems("exceptionalGrounds", "validTo", "communities[1]", "funding[0]", "funding[1]"));
    }

    @Test
    void aWholeSubdistrictIsExpandedToItsCommunities() {
        String id = aSigned(health, DISTRICT, aForm(health, SUBDISTRICT));
        officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + id + "/placements")
                .then()
                .statusCode(200)
                .body("items.community", contains(COMMUNITY, COMMUNITY_2))
                .body("items.stage", contains("AWAITING_FUNDS", "AWAITING_FUNDS"))
                .body("items[0].funding[0].amountDue", equalTo("3000.00"));
    }

    @Test
    @Tag("art-4")
    void aDistrictDepartmentCannotAskForAnotherDistrictsCommunity() {
        String id = aDraft(health, DISTRICT, aForm(health, COMMUNITY, NEIGHBOUR_COMMUNITY));
        submit(health, DISTRICT, id)
                .then()
                .statusCode(422)
                .body("code", equalTo("area-outside-division"))
                .body("articles", contains(4))
                .body("figures.actual", contains(NEIGHBOUR_COMMUNITY));
    }

    @Test
    @Tag("art-11")
    void everyYearAndCommunityHasItsFunds() {
        Map<String, Object> form = aForm(health, COMMUNITY, COMMUNITY_2);
        Map<String, Object> forOne = funding(Given.TODAY.getYear(), "100.00");
        forOne.put("community", COMMUNITY);
        form.put("funding", List.of(forOne));
        String id = aDraft(health, DISTRICT, form);
        submit(health, DISTRICT, id)
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        contains("funding[community=" + COMMUNITY_2 + ",fundingYear=" + Given.TODAY.getYear() + "]"));
    }

    @Test
    @Tag("art-11")
    void whatCostsNothingNeedsAReasonAndIsActiveOnSigning() {
        Map<String, Object> form = aForm(health, COMMUNITY);
        form.put("funding", List.of(funding(Given.TODAY.getYear(), "0.00")));
        String id = aDraft(health, DISTRICT, form);
        submit(health, DISTRICT, id).then().statusCode(422).body("errors.field", contains("noFundsReason"));

        form.put("noFundsReason", "仅张贴通知，不增加工作量");
        String free = aSigned(health, DISTRICT, form);
        officerOf(health, DISTRICT).get("/v1/task-applications/" + free).then().body("placements.ACTIVE", equalTo(1));
        Given.check(health, COMMUNITY, "PUBLIC_HEALTH").then().body("permitted", equalTo(true));
    }

    @Test
    void anEditNamesTheVersionItReplaces() {
        String id = aDraft(health, DISTRICT, Map.of("title", "一"));
        String path = "/v1/task-applications/" + id;
        officerOf(health, DISTRICT).body(Map.of("title", "二")).put(path).then().statusCode(428);
        officerOf(health, DISTRICT)
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "二"))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("form.title", equalTo("二"));
        officerOf(health, DISTRICT)
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "三"))
                .put(path)
                .then()
                .statusCode(412)
                .body("figures.present", equalTo(2));
    }

    @Test
    void whatWasSubmittedIsNotEditedUntilItIsReturned() {
        String id = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        String path = "/v1/task-applications/" + id;
        officerOf(health, DISTRICT)
                .header("If-Match", "*")
                .body(aForm(health, COMMUNITY))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("stage-forbids"))
                .body("figures.stage", equalTo("SUBMITTED"));
        office(DISTRICT)
                .body(Map.of("reason", "请补充工作量"))
                .post(path + "/return")
                .then()
                .statusCode(200)
                .body("stage", equalTo("RETURNED"));
        officerOf(health, DISTRICT)
                .header("If-Match", "*")
                .body(aForm(health, COMMUNITY))
                .put(path)
                .then()
                .statusCode(200)
                .body("stage", equalTo("DRAFT"));
        submit(health, DISTRICT, id)
                .then()
                .statusCode(200)
                .body("round", equalTo(2))
                .body("steps.reason", hasItem("请补充工作量"));
    }

    @Test
    void aRepeatedSubmissionHasOneEffect() {
        String id = aDraft(health, DISTRICT, aForm(health, COMMUNITY));
        String key = UUID.randomUUID().toString();
        for (String replayed : new String[] {null, "true"}) {
            officerOf(health, DISTRICT)
                    .header("Idempotency-Key", key)
                    .post("/v1/task-applications/" + id + "/submission")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", equalTo(replayed))
                    .body("round", equalTo(1));
        }
    }

    @Test
    void anotherDepartmentsOfficerSeesNoDraftAndActsOnNothing() {
        String education = aDepartmentOf(DISTRICT);
        String id = aDraft(health, DISTRICT, aForm(health, COMMUNITY));
        officerOf(education, DISTRICT).get("/v1/task-applications/" + id).then().statusCode(404);
        submit(health, DISTRICT, id).then().statusCode(200);
        officerOf(education, DISTRICT)
                .body(Map.of("reason", "x"))
                .post("/v1/task-applications/" + id + "/withdrawal")
                .then()
                .statusCode(403)
                .body("code", equalTo("other-department"));
    }

    @Test
    void theNeighbouringDistrictSeesNothing() {
        String id = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        office(NEIGHBOUR).get("/v1/task-applications/" + id).then().statusCode(404);
        office(NEIGHBOUR)
                .post("/v1/task-applications/" + id + "/acceptance")
                .then()
                .statusCode(404);
        office(NEIGHBOUR)
                .get("/v1/task-applications?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
    }

    @Test
    @Tag("art-2")
    void aCitysApplicationIsSeenWhereItConcernsAndNowhereElse() {
        String cityHealth = aDepartmentOf(CITY);
        String id = aSubmitted(cityHealth, CITY, aForm(cityHealth, COMMUNITY));
        String path = "/v1/task-applications/" + id;
        office(DISTRICT).get(path).then().statusCode(200);
        as(Roles.SUBDISTRICT_OFFICER, SUBDISTRICT).get(path).then().statusCode(200);
        as(Roles.COMMUNITY_OFFICER, COMMUNITY)
                .get("/v1/task-applications?limit=200&stage=SUBMITTED")
                .then()
                .body("items.id", hasItem(id));
        as(Roles.COMMUNITY_OFFICER, COMMUNITY_2).get(path).then().statusCode(404);
        office(NEIGHBOUR).get(path).then().statusCode(404);
        office(DISTRICT)
                .post(path + "/acceptance")
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
    }

    @Test
    void onlyADepartmentsOfficerApplies() {
        as(Roles.COMMUNITY_OFFICER, COMMUNITY)
                .body(Map.of())
                .post("/v1/task-applications")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
    }

    @Test
    void anUnregisteredDepartmentCannotApply() {
        draft(Given.aCreditCode(), DISTRICT, Map.of())
                .then()
                .statusCode(422)
                .body("code", equalTo("department-unknown"));
    }

    @Test
    void aTimeLimitThatHasPassedIsNotSubmitted() {
        Map<String, Object> form = aForm(health, COMMUNITY);
        form.put("validFrom", Given.TODAY.minusDays(2).toString());
        form.put("validTo", Given.TODAY.minusDays(1).toString());
        String id = aDraft(health, DISTRICT, form);
        submit(health, DISTRICT, id).then().statusCode(422).body("code", equalTo("validity-over"));
    }
}
