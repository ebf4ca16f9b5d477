package cn.shequ.admission.approvalform;

import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.aSubmitted;
import static cn.shequ.admission.Given.funding;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.approvalform.Printing.code;
import static cn.shequ.admission.approvalform.Printing.verify;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.Given;
import cn.shequ.admission.exit.Exits;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever holds a print can check it. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
@Tag("art-5")
class FormVerificationComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    @Inject
    FormPrints prints;

    private String health = "";

    @BeforeEach
    void aDepartment() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
    }

    private Map<String, Object> free() {
        Map<String, Object> form = aForm(health, COMMUNITY);
        form.put("funding", List.of(funding(TODAY.getYear(), "0.00")));
        form.put("noFundsReason", "不增加工作量");
        return form;
    }

    @Test
    void aPrintIsConfirmedToEverybodyAndNamesNobody() {
        String id = aSigned(health, DISTRICT, aForm(health, COMMUNITY));
        String code = code(officerOf(health, DISTRICT), id);
        String answer = verify(code)
                .statusCode(200)
                .body("application", equalTo(id))
                .body("title", equalTo("老年人健康体检登记"))
                .body("department", equalTo(health))
                .body("departmentName", equalTo("卫生健康局（演示）"))
                .body("stage", equalTo("SIGNED"))
                .body("communities", equalTo(1))
                .body("amountDue", equalTo("3000.00"))
                .body("decidedOn", equalTo(TODAY.toString()))
                .body("signedOn", equalTo(TODAY.toString()))
                .body("standing", equalTo("PRESENT"))
                .body("presentStage", equalTo("SIGNED"))
                .body("placements", equalTo(Map.of("AWAITING_FUNDS", 1)))
                .extract()
                .asString();
        assertThat(answer).doesNotContain(Given.leader(DISTRICT).toString()).doesNotContain("person");
        verify(code.replace("-", "").toLowerCase(Locale.ROOT)).statusCode(200);
    }

    @Test
    void whatWasPrintedBeforeIsSupersededByWhatWasDoneSince() {
        String id = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        String before = code(officerOf(health, DISTRICT), id);
        verify(before).body("standing", equalTo("PRESENT")).body("signedOn", nullValue());
        office(DISTRICT)
                .post("/v1/task-applications/" + id + "/acceptance")
                .then()
                .statusCode(200);
        verify(before)
                .statusCode(200)
                .body("stage", equalTo("SUBMITTED"))
                .body("standing", equalTo("SUPERSEDED"))
                .body("presentStage", equalTo("ACCEPTED"));
        String after = code(officerOf(health, DISTRICT), id);
        assertThat(after).isNotEqualTo(before);
        verify(after).body("stage", equalTo("ACCEPTED")).body("standing", equalTo("PRESENT"));
    }

    @Test
    void whatHasLeftItsCommunitiesIsExited() {
        String id = aSigned(health, DISTRICT, free());
        String code = code(officerOf(health, DISTRICT), id);
        verify(code).body("standing", equalTo("PRESENT")).body("placements.ACTIVE", equalTo(1));
        String placement = officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + id + "/placements")
                .path("items[0].id");
        String exit = Exits.aReady(health, placement);
        for (int number = 1; number <= 3; number++) {
            Exits.vote(number, exit, "FOR").then().statusCode(200);
        }
        verify(code).statusCode(200).body("stage", equalTo("SIGNED")).body("standing", equalTo("EXITED"));
    }

    @Test
    void aMistypedCodeIsToldFromOneThatIsOnNoPrint() {
        String unknown = VerificationCode.drawn(new Random()).grouped();
        verify(unknown).statusCode(404).body("code", equalTo("verification-code-unknown"));
        String mistyped = unknown.replaceFirst(".", unknown.startsWith("7") ? "8" : "7");
        verify(mistyped).statusCode(404).body("code", equalTo("verification-code-mistyped"));
        verify("x").statusCode(404).body("code", equalTo("verification-code-mistyped"));
        given().get("/v1/approval-form-verifications/" + unknown)
                .then()
                .statusCode(404)
                .body("detail", containsString("没有任何打印的审批表使用该验证码"));
    }

    @Test
    void aCodeVouchesOnlyForWhatTheApplicationIsAndForEver() {
        String id = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        String code = code(officerOf(health, DISTRICT), id).replace("-", "");
        FormPrint print = prints.find(new VerificationCode(code)).orElseThrow();

        assertThat(prints.keep(print)).contains(print.code());
        assertThat(prints.keep(of(print, print.version() - 1))).isEmpty();
        refused("a print says what application", copied("stage", "'ACCEPTED'", code));
        refused("a print says what application", copied("title", "'x'", code));
        refused("code_check", copied("code", "repeat('U', 20)", code));
        refused("permission denied", "UPDATE approval_form_print SET title = 'x' WHERE code = '" + code + "'");
        refused("permission denied", "DELETE FROM approval_form_print WHERE code = '" + code + "'");
    }

    /** Of other words, so that it would be another print. */
    private static FormPrint of(FormPrint print, int version) {
        return new FormPrint(
                VerificationCode.drawn(new Random()),
                print.applicationId(),
                "0".repeat(64),
                version,
                print.stage(),
                print.title(),
                print.department(),
                print.departmentName(),
                print.validFrom(),
                print.validTo(),
                print.communities(),
                print.amountDue(),
                print.decidedOn(),
                print.signedOn(),
                print.printedAt());
    }

    /** Another print like this one, but for one column. */
    private static String copied(String column, String value, String code) {
        String columns = "code, application_id, digest, version, stage, title, department, department_name, valid_from,"
                + " valid_to, communities, amount_due, decided_on, signed_on, printed_at";
        String other = column.equals("code") ? columns : columns.replaceFirst("code", "'" + "1".repeat(20) + "'");
        String values = other.replaceFirst("digest", "repeat('1', 64)").replaceFirst("\\b" + column + "\\b", value);
        return "INSERT INTO approval_form_print (" + columns + ") SELECT " + values
                + " FROM approval_form_print WHERE code = '" + code + "'";
    }

    private void refused(String why, String sql) {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql))).hasMessageContaining(why);
    }
}
