package cn.shequ.admission.consultation;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.NEIGHBOUR_SUBDISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.person;
import static cn.shequ.admission.burden.Burdens.SHUANGYANG;
import static cn.shequ.admission.burden.Burdens.YUNSHAN;
import static cn.shequ.admission.consultation.Consulting.COMPANY;
import static cn.shequ.admission.consultation.Consulting.action;
import static cn.shequ.admission.consultation.Consulting.answer;
import static cn.shequ.admission.consultation.Consulting.record;
import static cn.shequ.admission.consultation.Consulting.subdistrict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.shequ.admission.Given;
import cn.shequ.admission.Told;
import cn.shequ.admission.burden.Burdens;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
@Tag("art-2")
class ConsultationComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    BusinessCalendar calendar;

    @Inject
    Jdbi jdbi;

    private String department = "";

    @BeforeEach
    void aDepartment() {
        Burdens.shuangyang(territory);
        department = aDepartmentOf(SHUANGYANG);
    }

    private Response tell(String division, LocalDate startsOn) {
        return Consulting.tell(department, division, startsOn);
    }

    private String aTold() {
        return Consulting.aTold(department);
    }

    @Test
    void whatIsToldBeforehandIsAnsweredWithinItsWorkingDays() {
        String id = tell(YUNSHAN, TODAY.plusDays(1))
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/consultations/"))
                .body("stage", equalTo("NOTIFIED"))
                .body("answerBy", equalTo(calendar.plus(TODAY, 5).toString()))
                .body("deadlineRule", startsWith("consultation.answer-within@"))
                .body("overdue", equalTo(false))
                .body("articles", nullValue())
                .body("recordedBy", nullValue())
                .extract()
                .path("id");
        answer(subdistrict(), id, Map.of("answer", "AGREED_WITH_CONDITIONS", "reason", "避开上下学时段"))
                .then()
                .statusCode(200)
                .body("stage", equalTo("AGREED_WITH_CONDITIONS"))
                .body("reason", equalTo("避开上下学时段"))
                .body("answeredBy", nullValue())
                .body("answeredOn", equalTo(TODAY.toString()));
        officerOf(department, SHUANGYANG)
                .get("/v1/consultations/" + id)
                .then()
                .statusCode(200)
                .body("stage", equalTo("AGREED_WITH_CONDITIONS"));
    }

    @Test
    void whatStartsOnTheDayOrHasBegunWasNotToldBeforehandAndIsKept() {
        tell(YUNSHAN, TODAY).then().statusCode(422).body("figures.startsOn", equalTo(TODAY.toString()));
        String attempt = tell(YUNSHAN, TODAY.minusDays(1))
                .then()
                .statusCode(422)
                .body("code", equalTo("action-not-notified"))
                .body("articles", contains(2))
                .body("figures.today", equalTo(TODAY.toString()))
                .extract()
                .path("attemptId");
        subdistrict()
                .get("/v1/consultations/" + attempt)
                .then()
                .statusCode(200)
                .body("stage", equalTo("UNNOTIFIED"))
                .body("articles", contains(2))
                .body("answerBy", nullValue());
        answer(subdistrict(), attempt, Map.of("answer", "AGREED"))
                .then()
                .statusCode(409)
                .body("code", equalTo("consultation-ended"));
    }

    @Test
    void theOfficeRecordsWhatItWasNotToldOf() {
        String id = record(YUNSHAN, COMPANY, TODAY)
                .then()
                .statusCode(201)
                .body("stage", equalTo("UNNOTIFIED"))
                .body("articles", contains(2))
                .body("actingBodyName", equalTo("某某公司"))
                .extract()
                .path("id");
        office(SHUANGYANG)
                .get("/v1/consultations?limit=200&stage=UNNOTIFIED&division=" + YUNSHAN)
                .then()
                .body("items.id", hasItem(id));
        assertThat(Told.of(jdbi, "action-unnotified.v1", id))
                .singleElement()
                .asString()
                .contains(YUNSHAN)
                .doesNotContain("某某公司", "占道施工");
        String known = record(YUNSHAN, Map.of("creditCode", department), TODAY.minusDays(3))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(Told.of(jdbi, "action-unnotified.v1", known))
                .singleElement()
                .asString()
                .contains(department, TODAY.minusDays(3).toString());
        assertThat(Told.of(jdbi, "action-unnotified.v1", aTold())).isEmpty();
        for (LocalDate day : new LocalDate[] {TODAY.plusDays(1), LocalDate.of(2010, 12, 31)}) {
            record(YUNSHAN, COMPANY, day).then().statusCode(400).body("errors.field", contains("startedOn"));
        }
        record(YUNSHAN, Map.of("name", "某某公司"), TODAY)
                .then()
                .statusCode(400)
                .body("errors.field", contains("actingBody.level"));
        record(YUNSHAN, Map.of("creditCode", aCreditCode()), TODAY)
                .then()
                .statusCode(422)
                .body("code", equalTo("department-unknown"));
        record(NEIGHBOUR_SUBDISTRICT, COMPANY, TODAY).then().statusCode(404);
    }

    @Test
    void silenceIsSeenAsOverdueAndALateAnswerCounts() {
        String late = aTold();
        String open = aTold();
        Given.asOwner("UPDATE consultation SET recorded_on = recorded_on - 9, provisional = false, answer_by = '"
                + TODAY.minusDays(1) + "' WHERE id = '" + late + "'");
        Given.asOwner("UPDATE consultation SET recorded_on = recorded_on - 9, provisional = false, answer_by = '"
                + TODAY + "' WHERE id = '" + open + "'");
        office(CITY)
                .get("/v1/consultations?limit=200&overdue=true")
                .then()
                .body("items.id", hasItem(late))
                .body("items.id", not(hasItem(open)));
        subdistrict()
                .get("/v1/consultations?limit=200&overdue=false&division=" + YUNSHAN)
                .then()
                .body("items.id", hasItem(open))
                .body("items.id", not(hasItem(late)));
        answer(subdistrict(), late, Map.of("answer", "AGREED"))
                .then()
                .statusCode(200)
                .body("overdue", equalTo(false));
    }

    @Test
    void conditionsAndObjectionsAreReasoned() {
        String id = aTold();
        for (String answer : new String[] {"AGREED_WITH_CONDITIONS", "OBJECTED"}) {
            answer(subdistrict(), id, Map.of("answer", answer, "reason", " "))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("form-contradictory"))
                    .body("errors.field", contains("reason"));
        }
        answer(subdistrict(), id, Map.of("answer", "AGREED", "reason", "x"))
                .then()
                .statusCode(422);
        answer(subdistrict(), id, Map.of("answer", "OBJECTED", "reason", "影响居民出行"))
                .then()
                .statusCode(200)
                .body("stage", equalTo("OBJECTED"));
    }

    @Test
    void ofTwoAnswersAtTheSameMomentOneTakesEffect() {
        String id = aTold();
        assertThat(Stream.of("AGREED", "OBJECTED")
                        .map(kind -> CompletableFuture.supplyAsync(() -> answer(
                                        subdistrict(),
                                        id,
                                        kind.equals("AGREED")
                                                ? Map.of("answer", kind)
                                                : Map.of("answer", kind, "reason", "x"))
                                .statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aNoticeSaidAgainIsTheSameNotice() {
        String key = UUID.randomUUID().toString();
        for (LocalDate day : new LocalDate[] {TODAY.plusDays(3), TODAY.minusDays(3)}) {
            Response first = told(key + day, day);
            Response again = told(key + day, day);
            assertThat(again.statusCode()).isEqualTo(first.statusCode());
            assertThat(again.asString()).isEqualTo(first.asString());
        }
    }

    private Response told(String key, LocalDate day) {
        return officerOf(department, SHUANGYANG)
                .header("Idempotency-Key", key)
                .body(action(YUNSHAN, day))
                .post("/v1/consultations");
    }

    @Test
    void aSubdistrictIsToldAndAnswersForItself() {
        tell(NEIGHBOUR_SUBDISTRICT, TODAY).then().statusCode(404);
        tell(SHUANGYANG, TODAY).then().statusCode(400).body("errors.field", contains("division"));
        subdistrict()
                .body(action(YUNSHAN, TODAY))
                .post("/v1/consultations")
                .then()
                .statusCode(403);
        String id = aTold();
        Map<String, Object> agreed = Map.of("answer", "AGREED");
        answer(as(Roles.SUBDISTRICT_OFFICER, NEIGHBOUR_SUBDISTRICT), id, agreed)
                .then()
                .statusCode(404);
        answer(office(SHUANGYANG), id, agreed).then().statusCode(403);
        answer(as(person("officer-" + department), Roles.SUBDISTRICT_OFFICER, YUNSHAN, null), id, agreed)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-acted"));
        office(NEIGHBOUR).get("/v1/consultations/" + id).then().statusCode(404);
        officerOf(aDepartmentOf(SHUANGYANG), SHUANGYANG)
                .get("/v1/consultations/" + id)
                .then()
                .statusCode(404);
        office(NEIGHBOUR).get("/v1/consultations?limit=200").then().body("items.id", not(hasItem(id)));
        officerOf(department, SHUANGYANG).get("/v1/consultations").then().body("items.id", contains(id));
    }
}
