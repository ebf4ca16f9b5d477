package cn.shequ.funding.evidence;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approver;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.digest;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.upload;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
@Tag("art-16")
class EvidenceComponentTest {

    @Inject
    Towns towns;

    private final byte[] contract = ("%PDF-1.7 " + UUID.randomUUID()).getBytes(UTF_8);
    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
        receive(town, fund, "100.00").then().statusCode(201);
    }

    @Test
    void evidence_that_was_uploaded_is_seen_by_who_decides() {
        upload(accountant(town), contract);
        String path = "/v1/documents/" + digest(contract);
        approver(town).get(path).then().statusCode(404);
        record(digest(contract)).then().statusCode(201).body("evidence", contains(digest(contract)));
        approver(town).get(path).then().statusCode(200).contentType("application/pdf");
        as("auditor", Roles.AUDITOR, town.city()).get(path).then().statusCode(200);
        as("auditor", Roles.AUDITOR, town.neighbour()).get(path).then().statusCode(404);
        as("officer", Roles.SUBDISTRICT_OFFICER, town.street()).get(path).then().statusCode(404);
    }

    @Test
    void evidence_that_nobody_uploaded_is_refused_by_its_digest() {
        upload(accountant(town), contract);
        String madeUp = digest("nobody has this".getBytes(UTF_8));
        record(digest(contract), madeUp)
                .then()
                .statusCode(422)
                .body("code", equalTo("evidence-not-uploaded"))
                .body("articles", contains(16))
                .body("figures.missing", contains(madeUp));
        accountant(town).get("/v1/expenditures?fund=" + fund).then().body("items.size()", equalTo(0));
    }

    @Test
    void to_know_the_digest_of_a_neighbours_document_is_not_to_have_it() {
        upload(as("other", Roles.SUBDISTRICT_ACCOUNTANT, town.neighbourStreet()), contract);
        record(digest(contract)).then().statusCode(422).body("figures.missing", contains(digest(contract)));
        upload(accountant(town), contract);
        record(digest(contract)).then().statusCode(201);
    }

    @Test
    void the_database_takes_no_expenditure_whose_evidence_is_not_attached() throws SQLException {
        upload(accountant(town), contract);
        try (Connection connection =
                TestInfrastructure.addresses().requireDatabases().asApp("funding")) {
            String insert = """
                    INSERT INTO expenditure (id, ledger, fund, category, amount, booked_on, evidence, approvals_needed, rule,
                                             commitment, made_by, made_at)
                    VALUES (gen_random_uuid(), '%s', '%s', 'WORKING_COSTS', 1, '%s', '{%s}', 1, 'r@1', 'c', 'raw', now())""".formatted(town.ledger(), fund, TODAY, digest(contract));
            assertThatThrownBy(() -> connection.createStatement().execute(insert))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("evidence that is not attached");
        }
    }

    private Response record(String... evidence) {
        Map<String, Object> wanted = expenditure(fund, "10.00");
        wanted.put("evidence", List.of(evidence));
        return once(accountant(town)).body(wanted).post("/v1/expenditures");
    }
}
