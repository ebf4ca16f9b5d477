package cn.shequ.funding.audit;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.pay;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class AuditComponentTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Towns towns;

    @Inject
    Jdbi jdbi;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
    }

    @Test
    void a_sample_can_be_drawn_again_by_anybody() {
        for (int i = 0; i < 6; i++) {
            receive(town, fund, "10.00").then().statusCode(201);
        }
        allNumbered();
        String id = planned(3);
        Response drawn = draw(id).then()
                .statusCode(200)
                .body("population", equalTo(6))
                .extract()
                .response();
        receive(town, fund, "10.00").then().statusCode(201);
        allNumbered();
        String seed = drawn.path("seed");
        List<UUID> entries = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.id FROM entry e JOIN event_log g ON g.outbox_id = e.event
                        WHERE e.ledger = CAST(:ledger AS uuid) AND g.sequence < :size""")
                .bind("ledger", town.ledger())
                .bind("size", drawn.<Integer>path("logSize"))
                .mapTo(UUID.class)
                .list());
        List<String> again = entries.stream()
                .sorted(Comparator.comparing(entry -> AuditSeed.rank(seed, entry)))
                .limit(3)
                .map(UUID::toString)
                .toList();
        assertThat(sample(id)).hasSize(3).isEqualTo(again);
        assertThat(sample(id)).isEqualTo(again);
    }

    @Test
    void reading_a_voucher_is_itself_on_record_for_other_auditors() {
        receive(town, fund, "100.00").then().statusCode(201);
        String expenditure = recorded(town, fund, "40.00");
        approve(town, expenditure).then().statusCode(200);
        pay(town, expenditure).then().statusCode(200);
        allNumbered();
        String id = drawn();
        String entry = sample(id).getFirst();
        auditor()
                .get("/v1/audits/" + id + "/vouchers/" + entry)
                .then()
                .statusCode(200)
                .body("entry.id", equalTo(entry));
        as("auditor-2", Roles.AUDITOR, town.city())
                .get("/v1/audits/" + id + "/readings")
                .then()
                .body("items.entry", contains(entry))
                .body("items.by", contains("auditor"));
        auditor()
                .get("/v1/audits/" + id + "/vouchers/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void who_took_part_or_serves_the_office_does_not_audit_it() {
        receive(town, fund, "100.00").then().statusCode(201);
        plan(as("finance", Roles.AUDITOR, town.district()), 1)
                .then()
                .statusCode(422)
                .body("code", equalTo("auditor-not-independent"))
                .body("articles", contains(16))
                .body("figures.reason", equalTo("TOOK_PART"));
        plan(as("auditor", Roles.AUDITOR, town.street()), 1)
                .then()
                .statusCode(422)
                .body("figures.reason", equalTo("OWN_OFFICE"));
        plan(as("auditor", Roles.AUDITOR, town.neighbour()), 1).then().statusCode(404);
        plan(finance(town.district()), 1).then().statusCode(403);
    }

    @Test
    void a_finding_is_put_right_and_accepted_before_the_audit_closes() {
        String entry =
                receive(town, fund, "100.00").then().statusCode(201).extract().path("entry");
        allNumbered();
        String id = drawn();
        String finding = raise(id, entry)
                .then()
                .statusCode(201)
                .body("rectifyBy", equalTo(TODAY.plusDays(30).toString()))
                .extract()
                .path("id");
        close(id).then().statusCode(409).body("code", equalTo("findings-open"));
        judge(finding, "acceptance").then().statusCode(409).body("code", equalTo("finding-stage"));
        rectify(accountantOf(town), finding).then().statusCode(200).body("stage", equalTo("RECTIFIED"));
        judge(finding, "rejection").then().statusCode(200).body("stage", equalTo("RAISED"));
        rectify(accountantOf(town), finding).then().statusCode(200);
        judge(finding, "acceptance").then().statusCode(200).body("stage", equalTo("ACCEPTED"));
        auditor().get("/v1/audits-due?limit=200").then().body("items.ledger", hasItem(town.ledger()));
        close(id).then().statusCode(200).body("stage", equalTo("CLOSED"));
        auditor().get("/v1/audits-due?limit=200").then().body("items.ledger", not(hasItem(town.ledger())));
        raise(id, entry).then().statusCode(409).body("code", equalTo("audit-stage"));
        accountant(town)
                .get("/v1/audits/" + id + "/findings")
                .then()
                .body("items[0].steps.step", contains("RECTIFIED", "REJECTED", "RECTIFIED", "ACCEPTED"));
        assertThat(events()).contains(finding).doesNotContain("发票");
    }

    @Test
    void only_the_keeper_of_the_ledger_puts_right_and_only_what_lies_in_the_audit_is_found() {
        String entry =
                receive(town, fund, "100.00").then().statusCode(201).extract().path("entry");
        allNumbered();
        String id = drawn();
        raise(id, UUID.randomUUID().toString()).then().statusCode(422).body("code", equalTo("not-in-audit"));
        String finding = raise(id, entry).path("id");
        rectify(finance(town.district()), finding).then().statusCode(403);
        rectify(finance(town.neighbour()), finding).then().statusCode(404);
        as("auditor", Roles.AUDITOR, town.neighbour())
                .get("/v1/audits?ledger=" + town.ledger())
                .then()
                .body("items", empty());
    }

    private RequestSpecification auditor() {
        return as("auditor", Roles.AUDITOR, town.district());
    }

    private static RequestSpecification accountantOf(Town town) {
        return accountant(town);
    }

    private Response plan(RequestSpecification by, int sampleSize) {
        return once(by).body(Map.of(
                        "ledger",
                        town.ledger(),
                        "periodFrom",
                        TODAY.minusDays(30),
                        "periodTo",
                        TODAY,
                        "sampleSize",
                        sampleSize))
                .post("/v1/audits");
    }

    private String planned(int sampleSize) {
        return plan(auditor(), sampleSize).then().statusCode(201).extract().path("id");
    }

    private Response draw(String audit) {
        return once(auditor()).post("/v1/audits/" + audit + "/drawing");
    }

    private String drawn() {
        String id = planned(5);
        draw(id).then().statusCode(200);
        return id;
    }

    private List<String> sample(String audit) {
        return auditor().get("/v1/audits/" + audit + "/sample").path("items.entry");
    }

    private Response raise(String audit, String concerning) {
        return once(auditor())
                .body(Map.of(
                        "kind", "EVIDENCE_MISSING",
                        "concerning", concerning,
                        "amount", "100.00",
                        "finding", "收款凭证缺少发票。"))
                .post("/v1/audits/" + audit + "/findings");
    }

    private Response close(String audit) {
        return once(auditor()).post("/v1/audits/" + audit + "/closing");
    }

    private static Response rectify(RequestSpecification by, String finding) {
        return once(by).body(Map.of("statement", "已补充", "evidence", List.of(DIGEST)))
                .post("/v1/audit-findings/" + finding + "/rectification");
    }

    private Response judge(String finding, String judgement) {
        return once(auditor()).body(Map.of("statement", "已核对")).post("/v1/audit-findings/" + finding + "/" + judgement);
    }

    /** A sample is drawn among what has numbers in the log; those follow a moment after the entries. */
    private void allNumbered() {
        await().atMost(SOON)
                .until(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT NOT EXISTS (SELECT FROM entry e WHERE e.ledger = CAST(:ledger AS uuid)
                          AND NOT EXISTS (SELECT FROM event_log g WHERE g.outbox_id = e.event))""")
                        .bind("ledger", town.ledger())
                        .mapTo(Boolean.class)
                        .one()));
    }

    private String events() {
        List<String> data =
                jdbi.withHandle(handle -> handle.createQuery("SELECT data FROM event_outbox WHERE type = :type")
                        .bind("type", "cn.shequ.funding.audit-finding-raised.v1")
                        .mapTo(String.class)
                        .list());
        return String.join("\n", data);
    }
}
