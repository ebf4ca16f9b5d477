package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY_2;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.organisation.Guard.refused;
import static cn.shequ.admission.organisation.TakingOver.COMMUNITY;
import static cn.shequ.admission.organisation.TakingOver.DEHUI;
import static cn.shequ.admission.organisation.TakingOver.SHENGLI;
import static cn.shequ.admission.organisation.TakingOver.aCreditCode;
import static cn.shequ.admission.organisation.TakingOver.aNumber;
import static cn.shequ.admission.organisation.TakingOver.district;
import static cn.shequ.admission.organisation.TakingOver.line;
import static cn.shequ.admission.organisation.TakingOver.subdistrict;
import static cn.shequ.admission.organisation.TakingOver.table;
import static cn.shequ.admission.organisation.TakingOver.take;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A city starts with organisations that were filed or registered before (Art. 23). */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-23")
class OrganisationImportComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void dehui() {
        Given.theCity(territory);
        TakingOver.dehui(territory);
    }

    private static String id(String stage, Map<String, String> line) {
        return given().get("/v1/organisations?limit=200&community=" + COMMUNITY + "&stage=" + stage)
                .path("items.find { it.nameZh == '" + line.get("nameZh") + "' }.id");
    }

    @Test
    void theRegisterOfADistrictIsTakenOverOnceHoweverOftenItComes() {
        String code = aCreditCode();
        Map<String, String> line = line("REGISTERED", code);
        take(district().queryParam("dryRun", true), table(line)).statusCode(200).body("created", equalTo(1));
        assertThat(id("REGISTERED", line)).isNull();

        take(district(), table(line)).statusCode(200).body("created", equalTo(1));
        String id = id("REGISTERED", line);
        district()
                .get("/v1/organisations/" + id)
                .then()
                .statusCode(200)
                .body("registration.creditCode", equalTo(code))
                .body("registration.registeredOn", equalTo("2014-05-06"))
                .body("registration.membersRequired", equalTo(20))
                .body("earlierDecision.authority", equalTo("德惠市民政局（演示）"));
        as(Roles.COMMUNITY_OFFICER, COMMUNITY)
                .header("If-Match", "*")
                .body(Map.of("individualMembers", 3, "institutionalMembers", 0, "capital", "1.00"))
                .post("/v1/organisations/" + id + "/figures")
                .then()
                .statusCode(200);
        take(district(), table(line)).statusCode(200).body("unchanged", equalTo(1));
        assertThat(Organising.told(jdbi, code))
                .singleElement()
                .asString()
                .contains("organisation-registered", "2014-05-06");
    }

    @Test
    void theFileOfASubdistrictIsTakenOverHoweverSmallItsOrganisationsAre() {
        Map<String, String> line = line("FILED", aNumber());
        line.put("individualMembers", "2");
        line.put("capital", "0.00");
        take(subdistrict(), table(line)).statusCode(200).body("created", equalTo(1));
        String id = id("FILED", line);
        subdistrict()
                .get("/v1/organisations/" + id)
                .then()
                .body("filedOn", equalTo("2014-05-06"))
                .body("earlierDecision.number", equalTo(line.get("number")));
        assertThat(Organising.told(jdbi, id)).singleElement().asString().contains("organisation-filed");
        line.put("category", "");
        line.put("number", aNumber());
        line.put("nameZh", line.get("nameZh") + "二");
        take(subdistrict(), table(line))
                .statusCode(422)
                .body("errors.code", contains("organisation-outside-five-kinds"));
    }

    @Test
    void whatDoesNotReachTheConditionsIsNamedWithBothFigures() {
        Map<String, String> small = line("REGISTERED", aCreditCode());
        small.put("individualMembers", "19");
        small.put("capital", "4999.99");
        take(district().queryParam("dryRun", true), table(small))
                .statusCode(200)
                .body("refused", equalTo(1))
                .body(
                        "lines[0].reasons.code",
                        contains("organisation-has-too-few-members", "organisation-capital-too-low"))
                .body("lines[0].reasons[0].message", containsString("from 20 on"))
                .body("lines[0].reasons[0].message", containsString("has 19"));
        take(district(), table(small, line("REGISTERED", aCreditCode())))
                .statusCode(422)
                .body("figures.refused", equalTo(1));
    }

    @Test
    void whatWasRegisteredBeforeTheConditionsNamesItsDocument() {
        Map<String, String> old = line("REGISTERED", aCreditCode());
        old.put("individualMembers", "19");
        old.put("earlierDocument", "德民社登〔2009〕7号");
        take(district(), table(old)).statusCode(422);
        old.put("decidedOn", "2011-12-14");
        take(district(), table(old)).statusCode(422);
        old.put("decidedOn", "2011-12-13");
        take(district(), table(old)).statusCode(200).body("created", equalTo(1));
        district()
                .get("/v1/organisations/" + id("REGISTERED", old))
                .then()
                .body("registration.membersRequired", equalTo(20))
                .body("registration.individualMembers", equalTo(19))
                .body("registration.earlierDocument", equalTo("德民社登〔2009〕7号"));
    }

    @Test
    void everythingWrongIsNamedLineByLineAndNothingIsTaken() {
        Map<String, String> good = line("REGISTERED", aCreditCode());
        Map<String, String> again = line("REGISTERED", good.get("number"));
        Map<String, String> sameName = line("REGISTERED", aCreditCode());
        sameName.put("nameZh", good.get("nameZh"));
        Map<String, String> ofADepartment = line("REGISTERED", aDepartmentOf(DEHUI));
        ofADepartment.put("setUpBy", aCreditCode());
        ofADepartment.put("headPost", "DIRECTOR");
        Map<String, String> filed = line("FILED", aNumber());
        filed.put("earlierDocument", "x");
        filed.put("decidedOn", TODAY.plusDays(1).toString());
        Map<String, String> elsewhere = line("REGISTERED", aCreditCode());
        elsewhere.put("community", COMMUNITY_2);
        Map<String, String> nonsense = line("REGISTERED", "x");
        nonsense.put("individualMembers", "-1");
        nonsense.put("capital", "-1.00");
        nonsense.put("head", "王某");
        nonsense.put("verticallyManaged", "yes");
        nonsense.put("decidedOn", "1899-12-31");
        nonsense.put("basisKind", "LAW");
        nonsense.put("authority", "");
        take(district(), table(good, again, sameName, ofADepartment, filed, elsewhere, nonsense))
                .statusCode(422)
                .body("figures.refused", equalTo(6))
                .body(
                        "errors.code",
                        hasItems(
                                "duplicate-code",
                                "duplicate-name",
                                "credit-code-registered",
                                "department-unknown",
                                "committee-heads-body",
                                "other-authority",
                                "excludes",
                                "in-the-future",
                                "outside-territory",
                                "not-a-credit-code",
                                "not-a-count",
                                "not-an-amount",
                                "not-a-person",
                                "not-a-choice",
                                "not-a-date",
                                "required"));
        assertThat(id("REGISTERED", good)).isNull();
    }

    @Test
    void whatIsOnRecordOtherwiseIsRefused() {
        Map<String, String> line = line("REGISTERED", aCreditCode());
        take(district(), table(line)).statusCode(200);
        Map<String, String> otherwise = line("REGISTERED", line.get("number"));
        Map<String, String> sameName = line("REGISTERED", aCreditCode());
        sameName.put("nameZh", line.get("nameZh"));
        take(district(), table(otherwise, sameName))
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("on-record-otherwise", "name-taken"));
    }

    @Test
    void onlyTheOwnAuthorityTakesOver() {
        String list = table(line("REGISTERED", aCreditCode()));
        take(as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT), list).statusCode(404);
        take(as(Roles.CIVIL_AFFAIRS_OFFICER, CITY), list).statusCode(403);
        take(as(Roles.CIVIL_AFFAIRS_OFFICER, SHENGLI), list).statusCode(403);
        take(as(Roles.SUBDISTRICT_OFFICER, DEHUI), list).statusCode(403);
        take(as(Roles.COMMUNITY_OFFICER, COMMUNITY), list).statusCode(403);
        take(given(), list).statusCode(401);
        take(district(), "number\nx\n").statusCode(400).body("code", equalTo("csv-header"));
    }

    @Test
    void ofTwoImportsAtTheSameMomentOneTakesOverAndTheOtherFindsItDone() throws Exception {
        String list = table(line("REGISTERED", aCreditCode()), line("REGISTERED", aCreditCode()));
        Callable<String> once =
                () -> take(district(), list).statusCode(200).extract().path("lines[1].outcome");
        try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : clients.invokeAll(List.of(once, once))) {
                outcomes.add(outcome.get());
            }
            assertThat(outcomes).containsExactlyInAnyOrder("CREATED", "UNCHANGED");
        }
    }

    @Test
    void theDatabaseTakesOverOnlyWhatIsOnRecordSo() {
        Map<String, String> line = line("REGISTERED", aCreditCode());
        take(district(), table(line)).statusCode(200);
        String id = id("REGISTERED", line);
        refused(
                "permission denied",
                "UPDATE organisation_import SET number = 'x' WHERE organisation_id = '" + id + "'");
        String application = TakingOver.anApplication();
        String values = " SELECT '%s', '" + DEHUI + "', '" + aCreditCode()
                + "', 'REGISTERED', 20, 0, 5000, 'x', '%s', 'raw', '" + TODAY + "'";
        String entry = "INSERT INTO organisation_import" + values;
        refused("was not decided on so", entry.formatted(application, TODAY));
        refused("check constraint", entry.formatted(application, TODAY.plusDays(1)));
        String registration = "INSERT INTO organisation_registration SELECT '" + application + "', '" + aCreditCode()
                + "', '" + DEHUI + "', %d, 0, 20, 'organisation.individual-members@1', 5000, 5000,"
                + " 'organisation.association-capital@1', 'raw', '" + TODAY + "', 'x';"
                + " UPDATE organisation SET stage = 'REGISTERED' WHERE id = '" + application + "'";
        refused("is not taken over", registration.formatted(20));
        refused("article_23_since_its_day", registration.formatted(19));
    }
}
