package cn.shequ.admission.task;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDecided;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aDraft;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.aSubmitted;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.draft;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.sign;
import static cn.shequ.admission.Given.submit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an application follows, and by when the group decides on it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class RenewalComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    BusinessCalendar calendar;

    private String health = "";

    @BeforeEach
    void aCityWithADepartment() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
    }

    private static Map<String, Object> renewing(String department, String application) {
        Map<String, Object> form = aForm(department, COMMUNITY);
        form.put("renews", application);
        return form;
    }

    private static void assertNothingToRenew(String department, Map<String, Object> form) {
        draft(department, DISTRICT, form)
                .then()
                .statusCode(422)
                .body("code", equalTo("nothing-to-renew"))
                .body("articles", contains(5))
                .body("figures.application", equalTo(form.get("renews")));
    }

    @Test
    void aRenewalIsANewApplicationThatNamesTheSignedOne() {
        String former = aSigned(health, DISTRICT, aForm(health, COMMUNITY));
        String renewal = aSubmitted(health, DISTRICT, renewing(health, former));
        officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + renewal)
                .then()
                .statusCode(200)
                .body("form.renews", equalTo(former))
                .body("stage", equalTo("SUBMITTED"));
    }

    @Test
    void whatWasNeverSignedOrIsAnotherMatterOrBodyIsNotRenewed() {
        String unsigned = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        assertNothingToRenew(health, renewing(health, unsigned));
        assertNothingToRenew(health, renewing(health, UUID.randomUUID().toString()));
        String signed = aSigned(health, DISTRICT, aForm(health, COMMUNITY));
        Map<String, Object> other = renewing(health, signed);
        other.put("domain", "EMPLOYMENT");
        assertNothingToRenew(health, other);
        String education = aDepartmentOf(DISTRICT);
        assertNothingToRenew(education, renewing(education, signed));

        // Until it is submitted, the former body may have got a successor.
        Map<String, Object> form = renewing(health, signed);
        form.put("payer", education);
        String draft = aDraft(health, DISTRICT, form);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", education))
                .post("/v1/departments/" + health + "/succession")
                .then()
                .statusCode(200);
        submit(health, DISTRICT, draft).then().statusCode(422).body("code", equalTo("nothing-to-renew"));
    }

    @Test
    void aSuccessorRenewsWhatItsPredecessorHeld() {
        String signed = aSigned(health, DISTRICT, aForm(health, COMMUNITY));
        String successor = aDepartmentOf(DISTRICT);
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", successor))
                .post("/v1/departments/" + health + "/succession")
                .then()
                .statusCode(200);
        submit(successor, DISTRICT, aDraft(successor, DISTRICT, renewing(successor, signed)))
                .then()
                .statusCode(200);
    }

    @Test
    void theGroupHasFifteenWorkingDaysFromTheSubmission() {
        String draft = aDraft(health, DISTRICT, aForm(health, COMMUNITY));
        officerOf(health, DISTRICT).get("/v1/task-applications/" + draft).then().body("reviewBy", nullValue());
        submit(health, DISTRICT, draft)
                .then()
                .statusCode(200)
                .body("submittedOn", equalTo(TODAY.toString()))
                .body("reviewBy", equalTo(calendar.plus(TODAY, 15).toString()))
                .body("reviewRule", equalTo("admission.review-within@1"));
    }

    @Test
    void whatIsNotDecidedInTimeIsListedForTheOfficeAndForThoseAbove() {
        String late = aDecided(health, DISTRICT, aForm(health, COMMUNITY));
        String inTime = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        asOwner(
                "UPDATE task_application SET review_provisional = false, submitted_on = submitted_on - 40, review_by = DATE '"
                        + TODAY + "' - 1 WHERE id = '" + late + "'");
        for (String division : new String[] {DISTRICT, CITY}) {
            office(division)
                    .get("/v1/task-applications?limit=200&overdue=true")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(late))
                    .body("items.id", not(hasItem(inTime)));
        }
        office(NEIGHBOUR)
                .get("/v1/task-applications?limit=200&overdue=true")
                .then()
                .body("items.id", not(hasItem(late)));
        officerOf(health, DISTRICT)
                .get("/v1/task-applications?limit=200&overdue=false")
                .then()
                .body("items.id", hasItem(inTime))
                .body("items.id", not(hasItem(late)));
        sign(late, DISTRICT).then().statusCode(200);
        office(DISTRICT)
                .get("/v1/task-applications?limit=200&overdue=true")
                .then()
                .body("items.id", not(hasItem(late)));
    }
}
