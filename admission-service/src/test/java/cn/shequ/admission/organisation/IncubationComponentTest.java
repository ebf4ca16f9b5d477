package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.organisation.Organising.JILIN;
import static cn.shequ.admission.organisation.Organising.aCreditCode;
import static cn.shequ.admission.organisation.Organising.aFiled;
import static cn.shequ.admission.organisation.Organising.aRegistered;
import static cn.shequ.admission.organisation.Organising.anApplication;
import static cn.shequ.admission.organisation.Organising.association;
import static cn.shequ.admission.organisation.Organising.decline;
import static cn.shequ.admission.organisation.Organising.district;
import static cn.shequ.admission.organisation.Organising.itsTermIsOver;
import static cn.shequ.admission.organisation.Organising.register;
import static cn.shequ.admission.organisation.Organising.revise;
import static cn.shequ.admission.organisation.Organising.subdistrict;
import static cn.shequ.admission.organisation.Organising.takeIn;
import static cn.shequ.admission.organisation.Organising.terms;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Incubation in a base on the way to registration. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-24")
class IncubationComponentTest {

    @Inject
    TerritoryRecord territory;

    @BeforeEach
    void erdao() {
        Given.theCity(territory);
        Organising.erdao(territory);
    }

    @Test
    void whatIsTooSmallIsIncubatedAndGraduatesWhenItIsRegistered() {
        String id = anApplication(association("REGISTERED", 12, 0, "2000.00"));
        takeIn(id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("INCUBATING"))
                .body("incubation.base", equalTo("东盛街道社会组织孵化基地"))
                .body("incubation.state", equalTo("RUNNING"));
        register(id).then().statusCode(422).body("figures.required", equalTo(20));
        revise(id, 20, 0, "5000.00").then().statusCode(200);
        register(id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("REGISTERED"))
                .body("incubation.state", equalTo("GRADUATED"))
                .body("incubation.concludedOn", equalTo(TODAY.toString()));
    }

    @Test
    void anIncubationEndsWithItsTermAndNobodyGraduatesAfterIt() {
        String id = anApplication();
        takeIn(id).then().statusCode(200).body("incubation.state", equalTo("RUNNING"));
        itsTermIsOver(id);
        district()
                .get("/v1/organisations/" + id)
                .then()
                .body("stage", equalTo("INCUBATING"))
                .body("incubation.state", equalTo("ENDED"));
        register(id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("REGISTERED"))
                .body("incubation.state", equalTo("ENDED"))
                .body("incubation.concludedOn", equalTo(TODAY.minusDays(1).toString()));
    }

    @Test
    void whatIsOnFileIsIncubatedWithoutLeavingIt() {
        String id = aFiled();
        takeIn(id).then().statusCode(200).body("stage", equalTo("FILED")).body("incubation.venueFee", equalTo("0.00"));
        takeIn(id).then().statusCode(409).body("code", equalTo("incubated-before"));
    }

    @Test
    void anIncubationEndsWithoutGraduationWhenTheApplicationIsDeclined() {
        String id = anApplication(association("FILED", 2, 0, "0.00"));
        takeIn(id).then().statusCode(200);
        decline(subdistrict(), id).then().statusCode(200).body("incubation.state", equalTo("ENDED"));
        takeIn(id).then().statusCode(409).body("code", equalTo("organisation-stage-forbids"));
    }

    @Test
    void aBaseTakesNoMoneyAndNobodyInForALaterTermOrOnceTheyAreRegistered() {
        String id = anApplication(association("FILED", 2, 0, "0.00"));
        String incubation = "/v1/organisations/" + id + "/incubation";
        subdistrict()
                .body(terms("0.01"))
                .post(incubation)
                .then()
                .statusCode(422)
                .body("code", equalTo("incubation-not-free"))
                .body("articles", contains(24))
                .body("figures.actual", equalTo("0.01"));
        Map<String, Object> backwards = terms("0.00");
        backwards.put("endsOn", TODAY.minusDays(1).toString());
        subdistrict().body(backwards).post(incubation).then().statusCode(400).body("errors.field", contains("endsOn"));
        Map<String, Object> later = terms("0.00");
        later.put("startsOn", TODAY.plusDays(1).toString());
        subdistrict()
                .body(later)
                .post(incubation)
                .then()
                .statusCode(422)
                .body("errors.code", contains("in-the-future"));
        as(Roles.SUBDISTRICT_OFFICER, JILIN)
                .body(terms("0.00"))
                .post(incubation)
                .then()
                .statusCode(404);
        district().body(terms("0.00")).post(incubation).then().statusCode(403);
        takeIn(aRegistered(aCreditCode()))
                .then()
                .statusCode(409)
                .body("code", equalTo("organisation-stage-forbids"))
                .body("figures.stage", equalTo("REGISTERED"));
    }
}
