package cn.shequ.admission.approvalform;

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
import static cn.shequ.admission.Given.anAccepted;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.approvalform.Printing.code;
import static cn.shequ.admission.approvalform.Printing.print;
import static cn.shequ.admission.approvalform.Printing.printed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The form on paper, for whoever may see its application. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-4")
@Tag("art-5")
class ApprovalFormComponentTest {

    private static final int AT_ONCE = 6;

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private String health = "";

    @BeforeEach
    void aDepartment() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
    }

    private RequestSpecification officer() {
        return officerOf(health, DISTRICT);
    }

    @Test
    void aSignedFormSaysWhatWasAskedWhoDecidedAndWhoSigned() {
        String id = aSigned(health, DISTRICT, aForm(health, COMMUNITY, COMMUNITY_2));
        byte[] pdf = print(officer(), id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("ETag", startsWith("W/\""))
                .header("Cache-Control", containsString("private"))
                .header("Content-Disposition", containsString("approval-form-" + id + ".pdf"))
                .extract()
                .asByteArray();

        assertThat(ReadPdf.words(pdf))
                .contains(id, "卫生健康局（演示）", health, "老年人健康体检登记", "基本公共卫生服务规范")
                .contains("华阳社区（" + COMMUNITY + "）、恒安社区（" + COMMUNITY_2 + "）", "总计6000.00元")
                .contains("南关区社区建设工作领导小组", "赞成3票，反对0票，弃权0票", member(1, DISTRICT).toString())
                .contains("已签批，准予进入社区", "主要领导（人员编号" + leader(DISTRICT) + "）已在系统签批");
    }

    @Test
    void aFormPassedUpSaysWhoTookNoPartAndWhyAnotherGroupDecides() {
        String id = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        for (int number = 1; number <= 3; number++) {
            office(DISTRICT)
                    .body(Map.of("person", member(number, DISTRICT), "reason", "申请单位负责人的近亲属"))
                    .post("/v1/task-applications/" + id + "/recusals")
                    .then()
                    .statusCode(200);
        }
        assertThat(ReadPdf.words(printed(officer(), id)))
                .contains("长春市社区建设工作领导小组：原领导小组因回避等原因", "第2轮")
                .contains("人员编号" + member(3, DISTRICT) + "：申请单位负责人的近亲属");
    }

    @Test
    void whoSeesTheApplicationPrintsItsForm() {
        String id = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        Stream.of(
                        officer(),
                        office(DISTRICT),
                        as(member(1, DISTRICT), Roles.LEADING_GROUP_MEMBER, DISTRICT, null),
                        as(leader(DISTRICT), Roles.PRINCIPAL_LEADER, DISTRICT, null),
                        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT),
                        as(Roles.FINANCE_OFFICER, CITY),
                        as(Roles.AUDITOR, CITY),
                        as(Roles.SUBDISTRICT_OFFICER, SUBDISTRICT),
                        as(Roles.COMMUNITY_OFFICER, COMMUNITY))
                .forEach(reader -> print(reader, id).then().statusCode(200));
    }

    @Test
    void forEverybodyElseThereIsNoForm() {
        String id = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        Stream.of(
                        officerOf(aDepartmentOf(NEIGHBOUR), NEIGHBOUR),
                        office(NEIGHBOUR),
                        as(Roles.AUDITOR, NEIGHBOUR),
                        as(Roles.COMMUNITY_OFFICER, COMMUNITY_2),
                        as(Roles.COMMUNITY_OFFICER, NEIGHBOUR_COMMUNITY))
                .forEach(reader -> print(reader, id).then().statusCode(404).body("code", equalTo("not-found")));
        for (String role : List.of(Roles.RESIDENT, Roles.SYSTEM_INTEGRATOR, Roles.SUBDISTRICT_CASHIER)) {
            print(as(role, DISTRICT), id).then().statusCode(403).body("code", equalTo("forbidden-role"));
        }
        print(given(), id).then().statusCode(401);
        print(officer(), "00000000-0000-7000-8000-000000000000").then().statusCode(404);
    }

    @Test
    void aDraftAndWhatWasWithdrawnHaveNoForm() {
        String id = aDraft(health, DISTRICT, aForm(health, COMMUNITY));
        print(officer(), id).then().statusCode(409).body("code", equalTo("no-form-to-print"));
        officer()
                .body(Map.of("reason", "不再需要"))
                .post("/v1/task-applications/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        print(officer(), id).then().statusCode(409).body("figures.stage", equalTo("WITHDRAWN"));
    }

    @Test
    void whatWasReturnedIsPrintedUntilItIsMended() {
        String id = anAccepted(health, DISTRICT, aForm(health, COMMUNITY));
        office(DISTRICT)
                .body(Map.of("reason", "请补充工作量说明"))
                .post("/v1/task-applications/" + id + "/return")
                .then()
                .statusCode(200);
        assertThat(ReadPdf.words(printed(officer(), id))).contains("已退回修改", "退回修改：请补充工作量说明");
        officer()
                .header("If-Match", "*")
                .body(aForm(health, COMMUNITY))
                .put("/v1/task-applications/" + id)
                .then()
                .statusCode(200);
        print(officer(), id).then().statusCode(409);
    }

    @Test
    void theSameContentHasTheSameCodeAndIsNotSentAgain() {
        String id = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        String tag = print(officer(), id).header("ETag");
        assertThat(code(officer(), id)).isEqualTo(code(as(Roles.AUDITOR, CITY), id));
        print(officer().header("If-None-Match", tag), id).then().statusCode(304).header("ETag", tag);

        office(DISTRICT)
                .post("/v1/task-applications/" + id + "/acceptance")
                .then()
                .statusCode(200);
        print(officer().header("If-None-Match", tag), id).then().statusCode(200);
    }

    @Test
    void manyWhoPrintItFirstGetOneCode() throws InterruptedException {
        String id = aSubmitted(health, DISTRICT, aForm(health, COMMUNITY));
        List<Callable<String>> calls = Collections.nCopies(AT_ONCE, () -> code(officer(), id));
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(clients.invokeAll(calls).stream().map(Future::resultNow).distinct())
                    .hasSize(1);
        }
        int kept = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM approval_form_print WHERE CAST(application_id AS varchar) = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
        assertThat(kept).isEqualTo(1);
    }
}
