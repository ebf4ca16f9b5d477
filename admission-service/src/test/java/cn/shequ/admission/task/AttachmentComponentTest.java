package cn.shequ.admission.task;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.COMMUNITY_2;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.NEIGHBOUR;
import static cn.shequ.admission.Given.NEIGHBOUR_SUBDISTRICT;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aDraft;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.draft;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.admission.AtOnce;
import cn.shequ.admission.Given;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Documents that belong to the approval form (Art. 5). */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class AttachmentComponentTest {

    private static final String NOBODY_HAS = "0".repeat(64);

    @Inject
    TerritoryRecord territory;

    private final String content = "%PDF-1.7 " + UUID.randomUUID();
    private String health = "";

    @BeforeEach
    void aDepartment() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
    }

    private RequestSpecification officer() {
        return officerOf(health, DISTRICT);
    }

    private static String uploaded(RequestSpecification by, String bytes) {
        return by.contentType("application/octet-stream")
                .body(bytes.getBytes(StandardCharsets.UTF_8))
                .post("/v1/documents")
                .then()
                .statusCode(201)
                .extract()
                .path("digest");
    }

    private static Map<String, Object> attachment(String document) {
        return Map.of("title", "经费测算表", "document", document);
    }

    private Map<String, Object> formWith(String... documents) {
        Map<String, Object> form = aForm(health, COMMUNITY);
        form.put(
                "attachments",
                List.of(documents).stream()
                        .map(AttachmentComponentTest::attachment)
                        .toList());
        return form;
    }

    @Test
    void whoeverMaySeeTheApplicationSeesItsDocumentsFromTheSubmissionOn() {
        String document = uploaded(officer(), content);
        String id = aDraft(health, DISTRICT, formWith(document));
        String path = "/v1/documents/" + document;
        officer().get(path).then().statusCode(200);
        office(DISTRICT).get(path).then().statusCode(404);

        submit(health, DISTRICT, id)
                .then()
                .statusCode(200)
                .body("form.attachments.title", contains("经费测算表"))
                .body("form.attachments.document", contains(document));
        assertThat(office(DISTRICT)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .contentType("application/pdf")
                        .extract()
                        .asString())
                .isEqualTo(content);
        List.of(
                        as(member(1, DISTRICT), Roles.LEADING_GROUP_MEMBER, DISTRICT, null),
                        as(leader(DISTRICT), Roles.PRINCIPAL_LEADER, DISTRICT, null),
                        as(Roles.SUBDISTRICT_OFFICER, SUBDISTRICT),
                        as(Roles.COMMUNITY_OFFICER, COMMUNITY),
                        as(Roles.FINANCE_OFFICER, DISTRICT),
                        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT),
                        as(Roles.AUDITOR, CITY))
                .forEach(reader -> reader.get(path).then().statusCode(200));
        List.of(
                        office(NEIGHBOUR),
                        as(Roles.AUDITOR, NEIGHBOUR),
                        as(Roles.COMMUNITY_OFFICER, COMMUNITY_2),
                        as(Roles.SUBDISTRICT_ACCOUNTANT, SUBDISTRICT),
                        officerOf(aDepartmentOf(NEIGHBOUR), NEIGHBOUR))
                .forEach(other -> other.get(path).then().statusCode(404));
        as(Roles.RESIDENT, COMMUNITY).get(path).then().statusCode(403).body("code", equalTo("forbidden-role"));
    }

    @Test
    void whatWasNotUploadedIsNamedAndNothingIsSubmitted() {
        String there = uploaded(officer(), content);
        String id = aDraft(health, DISTRICT, formWith(there, NOBODY_HAS));
        submit(health, DISTRICT, id)
                .then()
                .statusCode(422)
                .body("code", equalTo("attachment-not-uploaded"))
                .body("articles", nullValue())
                .body("figures.missing", contains(NOBODY_HAS))
                .body("figures.division", equalTo(DISTRICT));
        officer().get("/v1/task-applications/" + id).then().body("stage", equalTo("DRAFT"));
        office(DISTRICT).get("/v1/documents/" + there).then().statusCode(404);
    }

    @Test
    void toKnowTheDigestOfANeighboursDocumentIsNotToHaveIt() {
        String theirs = uploaded(as(Roles.SUBDISTRICT_OFFICER, NEIGHBOUR_SUBDISTRICT), content);
        String id = aDraft(health, DISTRICT, formWith(theirs));
        submit(health, DISTRICT, id).then().statusCode(422).body("figures.missing", contains(theirs));
        uploaded(officer(), content);
        submit(health, DISTRICT, id).then().statusCode(200);
    }

    @Test
    void aFormNamesADocumentOnceByItsDigestAndNoMoreThanTwenty() {
        String document = uploaded(officer(), content);
        draft(health, DISTRICT, formWith(document, document))
                .then()
                .statusCode(422)
                .body("code", equalTo("form-contradictory"))
                .body("errors.field", contains("attachments[1].document"));
        draft(health, DISTRICT, formWith("not a digest"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors.field", hasItem("attachments[0].document"));
        draft(health, DISTRICT, Map.of("attachments", List.of(Map.of("title", " ", "document", document))))
                .then()
                .statusCode(400)
                .body("errors.field", contains("attachments[0].title"));
        String[] many = IntStream.range(0, 21).mapToObj("%064x"::formatted).toArray(String[]::new);
        draft(health, DISTRICT, formWith(many)).then().statusCode(400).body("errors.field", contains("attachments"));
        draft(health, DISTRICT, Map.of("attachments", Collections.singletonList(null)))
                .then()
                .statusCode(400);
    }

    @Test
    void aReturnedFormMayNameOthersAndWhatWasSubmittedBeforeIsKept() {
        String first = uploaded(officer(), content);
        String second = uploaded(officer(), content + " corrected");
        String id = aDraft(health, DISTRICT, formWith(first));
        submit(health, DISTRICT, id).then().statusCode(200);
        String path = "/v1/task-applications/" + id;
        office(DISTRICT)
                .body(Map.of("reason", "请更正测算表"))
                .post(path + "/return")
                .then()
                .statusCode(200);
        officer()
                .header("If-Match", "*")
                .body(formWith(second))
                .put(path)
                .then()
                .statusCode(200)
                .body("form.attachments.document", contains(second));
        submit(health, DISTRICT, id).then().statusCode(200);
        office(DISTRICT).get("/v1/documents/" + first).then().statusCode(200);
        office(DISTRICT).get("/v1/documents/" + second).then().statusCode(200);
    }

    @Test
    void aDistrictMayDemandAttachments() {
        String id = aDraft(health, DISTRICT, aForm(health, COMMUNITY));
        String rule = "division = '" + DISTRICT + "' AND rule_id = 'admission.attachments'";
        asOwner("INSERT INTO local_rule VALUES ('" + DISTRICT
                + "', 'admission.attachments', 1, '1', 'COUNT', 'MINIMUM',"
                + " 'PRODUCT_DEFAULT', '区规定', '2020-01-01', NULL)");
        try {
            submit(health, DISTRICT, id)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("too-few-attachments"))
                    .body("articles", nullValue())
                    .body("rule", equalTo("admission.attachments@1/" + DISTRICT))
                    .body("figures.required", equalTo(1))
                    .body("figures.actual", equalTo(0));
            officer()
                    .header("If-Match", "*")
                    .body(formWith(uploaded(officer(), content)))
                    .put("/v1/task-applications/" + id)
                    .then()
                    .statusCode(200);
            submit(health, DISTRICT, id).then().statusCode(200);
        } finally {
            asOwner("DELETE FROM local_rule WHERE " + rule);
        }
    }

    @Test
    void applicationsThatAreSubmittedAtOnceMayShareADocument() throws Exception {
        String document = uploaded(officer(), content);
        List<String> ids = IntStream.range(0, 4)
                .mapToObj(each -> aDraft(health, DISTRICT, formWith(document)))
                .toList();
        assertThat(AtOnce.call(
                        () -> submit(health, DISTRICT, ids.get(0)).statusCode(),
                        () -> submit(health, DISTRICT, ids.get(1)).statusCode(),
                        () -> submit(health, DISTRICT, ids.get(2)).statusCode(),
                        () -> submit(health, DISTRICT, ids.get(3)).statusCode()))
                .containsOnly(200);
    }

    @Test
    void theDatabaseTakesNoSubmissionWhoseDocumentsAreNotAttachedAndChangesNoneAfterwards() {
        String document = uploaded(officer(), content);
        String draft = aDraft(health, DISTRICT, formWith(NOBODY_HAS));
        refused(
                "documents that are not attached",
                "UPDATE task_application SET stage = 'SUBMITTED', round = 1, submitted_on = DATE '" + Given.TODAY
                        + "', review_by = DATE '" + Given.TODAY + "', review_rule = 'r@1', leader_by = DATE '"
                        + Given.TODAY + "', leader_rule = 'r@1', decided_by = division, decided_because = 'SAME_LEVEL'"
                        + " WHERE id = '" + draft + "'");
        String submitted = aDraft(health, DISTRICT, formWith(document));
        submit(health, DISTRICT, submitted).then().statusCode(200);
        refused("its attachments stay", "DELETE FROM task_attachment WHERE application_id = '" + submitted + "'");
        refused(
                "its attachments stay",
                "INSERT INTO task_attachment VALUES ('" + submitted + "', 1, 'x', '" + NOBODY_HAS + "')");
    }

    private static void refused(String words, String statement) {
        assertThatThrownBy(() -> {
                    try (Connection connection =
                            TestInfrastructure.addresses().requireDatabases().asApp("admission")) {
                        connection.createStatement().execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }
}
