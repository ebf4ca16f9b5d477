package cn.shequ.funding.disclosure;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.cashier;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receipt;
import static cn.shequ.funding.Calls.receive;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.TestInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class DisclosureComponentTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** The last quarter that is public today. */
    private static final Period QUARTER = Period.lastPublicOn(TODAY, 3, 15);

    @Inject
    Towns towns;

    @Inject
    DisclosurePublishing publishing;

    @Inject
    Jdbi jdbi;

    @Inject
    BusinessCalendar calendar;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = workingCosts(town);
    }

    private static String workingCosts(Town town) {
        return once(finance(town.district()))
                .body(Map.of(
                        "ledger", town.ledger(),
                        "source", "DISTRICT",
                        "purpose", "WORKING_COSTS",
                        "community", town.community(),
                        "fiscalYear", TODAY.getYear(),
                        "spendBy", TODAY.plusYears(1)))
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void every_receipt_and_expenditure_of_a_quarter_is_public_and_adds_up_and_persons_are_masked() {
        receive(town, fund, "1000.00", QUARTER.from().minusDays(1)).then().statusCode(201);
        receive(town, fund, "5000.00", QUARTER.from()).then().statusCode(201);
        spend("300.00", "张三丰", null);
        spend("200.00", "某某文印店", "ORGANISATION");
        receive(town, fund, "70.00", QUARTER.to().plusDays(1)).then().statusCode(201);

        String id = published(1);
        given().get("/v1/disclosures/" + id)
                .then()
                .body("opening", equalTo("1000.00"))
                .body("moneyIn", equalTo("5000.00"))
                .body("moneyOut", equalTo("500.00"))
                .body("closing", equalTo("5500.00"))
                .body("movements", equalTo(3))
                .body("periodTo", equalTo(QUARTER.to().toString()));
        given().get("/v1/disclosures/" + id + "/lines")
                .then()
                .body("items.amount", contains("5000.00", "-300.00", "-200.00"))
                .body("items.counterpart", contains(town.district().value(), "张**", "某某文印店"))
                .body("items[1].category", equalTo("WORKING_COSTS"));
        given().get("/v1/disclosures/" + id + "/lines?limit=2")
                .then()
                .body("items.size()", equalTo(2))
                .header("Link", containsString("cursor="));
        assertThat(events()).contains(id).doesNotContain("张").doesNotContain("文印店");
    }

    @Test
    void what_becomes_known_later_is_a_new_version_that_names_the_old_one_and_both_stay() {
        receive(town, fund, "5000.00", QUARTER.from()).then().statusCode(201);
        String first = published(1);
        receive(town, fund, "20.00", QUARTER.to()).then().statusCode(201);
        String second = published(2);
        given().get("/v1/disclosures/" + second)
                .then()
                .body("corrects", equalTo(first))
                .body("moneyIn", equalTo("5020.00"));
        given().get("/v1/disclosures/" + first)
                .then()
                .body("correctedBy", equalTo(second))
                .body("moneyIn", equalTo("5000.00"))
                .body("closing", equalTo("5000.00"));
    }

    @Test
    void publishing_again_and_many_at_once_publish_once() throws Exception {
        receive(town, fund, "5000.00", QUARTER.from()).then().statusCode(201);
        published(1);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO disclosure_due VALUES (:community, :from, :to) ON CONFLICT DO NOTHING""")
                .bind("community", town.community())
                .bindMethods(QUARTER)
                .execute());
        List<Callable<Boolean>> instances = IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    publishing.publishDue(TODAY);
                    return true;
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(instances).forEach(Future::resultNow);
        }
        given().get("/v1/disclosures?community=" + town.community() + "&on=" + QUARTER.to())
                .then()
                .body("items.version", contains(1));
    }

    @Test
    void one_that_fails_is_set_aside_with_its_reason_and_holds_up_no_other_one() throws SQLException {
        Town other = towns.build();
        String refused = "refused_" + town.community().value();
        asOwner("ALTER TABLE disclosure ADD CONSTRAINT " + refused + " CHECK (community <> '"
                + town.community().value() + "') NOT VALID");
        try {
            receive(town, fund, "5000.00", QUARTER.from()).then().statusCode(201);
            receive(other, workingCosts(other), "70.00", QUARTER.from()).then().statusCode(201);
            await().atMost(SOON).until(() -> {
                publishing.publishDue(TODAY);
                return failures() > 0 && versions(other).equals(List.of(1));
            });
            assertThat(versions(town)).isEmpty();
            // Two when the worker, which runs by itself, tried it at the same moment.
            int failed = failures();
            publishing.publishDue(TODAY);
            assertThat(failures()).isEqualTo(failed);
            given().get("/q/health/well")
                    .then()
                    .statusCode(503)
                    .body(
                            "checks.find { it.name == 'disclosures' }.data.'"
                                    + town.community().value() + " " + QUARTER.from() + "'",
                            containsString(refused));
            given().get("/q/health/ready").then().statusCode(200);
            given().get("/q/metrics").then().body(containsString("shequ_disclosures_set_aside 1.0"));
            jdbi.useHandle(handle -> handle.execute("UPDATE disclosure_due SET retry_at = failed_at"));
            await().atMost(SOON).until(() -> {
                publishing.publishDue(TODAY);
                return failures() > failed;
            });
        } finally {
            asOwner("ALTER TABLE disclosure DROP CONSTRAINT " + refused);
        }
        receive(town, fund, "20.00", QUARTER.to()).then().statusCode(201);
        given().get("/v1/disclosures/" + published(1)).then().body("moneyIn", equalTo("5020.00"));
        assertThat(failures()).isZero();
    }

    private int failures() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(sum(failures), 0) FROM disclosure_due WHERE community = :community")
                .bind("community", town.community())
                .mapTo(Integer.class)
                .one());
    }

    private static List<Integer> versions(Town of) {
        return given().get("/v1/disclosures?community=" + of.community() + "&on=" + QUARTER.to())
                .path("items.version");
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection owner =
                        TestInfrastructure.addresses().requireDatabases().asOwner("funding");
                Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }

    @Test
    void money_that_came_in_time_and_bounced_leaves_its_obligation_late() {
        UUID inPart = owed("90.00", 7);
        UUID inFull = owed("30.00", 8);
        for (String entry : List.of(
                pays("40.00", inPart, QUARTER.from().plusDays(7)),
                pays("30.00", inFull, QUARTER.from().plusDays(8)))) {
            once(accountant(town))
                    .body(Map.of("bookedOn", QUARTER.to()))
                    .post("/v1/entries/" + entry + "/reversal")
                    .then()
                    .statusCode(201);
        }
        given().get("/v1/disclosures/" + published(1) + "/obligations")
                .then()
                .body("items.obligation", contains(inPart.toString(), inFull.toString()))
                .body("items.status", contains("LATE", "LATE"))
                .body("items.paidInTime", contains("0.00", "0.00"));
    }

    @Test
    void an_obligation_that_came_late_or_short_stands_beside_the_money() {
        UUID paidInPart = owed("900.00", 3);
        UUID unpaid = owed("50.00", 4);
        UUID paidLate = owed("60.00", 5);
        pays("400.00", paidInPart, QUARTER.from().plusDays(9));
        // Whatever holidays the quarter begins with.
        LocalDate late = calendar.plus(calendar.onOrAfter(QUARTER.from().plusDays(5)), 1);
        pays("60.00", paidLate, late);
        owed("70.00", 92 * 2);
        LocalDate holiday = QUARTER.from()
                .datesUntil(QUARTER.to())
                .filter(day -> !calendar.isBusinessDay(day))
                .findFirst()
                .orElseThrow();
        UUID inTime = owed("80.00", holiday.getDayOfYear() - QUARTER.from().getDayOfYear());
        pays("80.00", inTime, calendar.onOrAfter(holiday));

        given().get("/v1/disclosures/" + published(1) + "/obligations")
                .then()
                .body("items.obligation", contains(paidInPart.toString(), unpaid.toString(), paidLate.toString()))
                .body("items.status", contains("SHORT", "LATE", "PAID_LATE"))
                .body("items.paid", contains("400.00", "0.00", "60.00"))
                .body("items.paidInTime", contains("0.00", "0.00", "0.00"));
    }

    /** Owed since before the quarter, and due so many days after its beginning. */
    private UUID owed(String amount, int dueAfter) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO obligation (id, ledger, fund, division, community, payer, origin, origin_reference,
                                                share, funding_year, amount_due, due_on, opened_at)
                        VALUES (:id, CAST(:ledger AS uuid), CAST(:fund AS uuid), :division, :community, :payer,
                                'ANNUAL_ALLOCATION', :id, 'OWN_SHARE', :year, CAST(:amount AS numeric), :dueOn, :since)""")
                .bind("id", id)
                .bind("ledger", town.ledger())
                .bind("fund", fund)
                .bind("division", town.street())
                .bind("community", town.community())
                .bind("payer", town.district().value())
                .bind("year", TODAY.getYear())
                .bind("amount", amount)
                .bind("dueOn", QUARTER.from().plusDays(dueAfter))
                .bind("since", QUARTER.from().minusDays(30).atStartOfDay())
                .execute());
        return id;
    }

    private String pays(String amount, UUID obligation, LocalDate bookedOn) {
        Map<String, Object> receipt = receipt(town, amount);
        receipt.put("bookedOn", bookedOn);
        receipt.put("settles", List.of(Map.of("obligation", obligation, "amount", amount)));
        return once(finance(town.district()))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
    }

    @Test
    void a_resident_asks_the_office_answers_and_everybody_reads_both() {
        receive(town, fund, "5000.00", QUARTER.from()).then().statusCode(201);
        String id = published(1);
        String question = once(as("resident", Roles.RESIDENT, town.community()))
                .body(Map.of("question", "这笔钱用在哪里？"))
                .post("/v1/disclosures/" + id + "/questions")
                .then()
                .statusCode(201)
                .body("answerBy", equalTo(calendar.plus(TODAY, 10).toString()))
                .body("askedBy", nullValue())
                .extract()
                .path("id");
        once(as("resident", Roles.RESIDENT, town.communities().get(1)))
                .body(Map.of("question", "x"))
                .post("/v1/disclosures/" + id + "/questions")
                .then()
                .statusCode(403);
        once(as("resident", Roles.RESIDENT, town.community()))
                .body(Map.of("question", "x".repeat(1001)))
                .post("/v1/disclosures/" + id + "/questions")
                .then()
                .statusCode(400);
        accountant(town).get("/v1/disclosure-questions").then().body("items.id", contains(question));
        accountant(town).get("/v1/disclosure-questions?overdue=true").then().body("items", empty());
        finance(town.neighbour()).get("/v1/disclosure-questions").then().body("items", empty());
        once(as("accountant", Roles.SUBDISTRICT_ACCOUNTANT, town.neighbourStreet()))
                .body(Map.of("answer", "x"))
                .post("/v1/disclosure-questions/" + question + "/answer")
                .then()
                .statusCode(403);
        once(accountant(town))
                .body(Map.of("answer", "用于办公用品。"))
                .post("/v1/disclosure-questions/" + question + "/answer")
                .then()
                .statusCode(200);
        once(as("officer", Roles.SUBDISTRICT_OFFICER, town.street()))
                .body(Map.of("answer", "另一个答复"))
                .post("/v1/disclosure-questions/" + question + "/answer")
                .then()
                .statusCode(409)
                .body("code", equalTo("question-already-answered"));
        given().get("/v1/disclosures/" + id + "/questions").then().body("items.answer", contains("用于办公用品。"));
        accountant(town).get("/v1/disclosure-questions").then().body("items", empty());
    }

    /** Publishes what is in the log, when all that was booked has come there, and looks at what was made. */
    private String published(int version) {
        String list = "/v1/disclosures?community=" + town.community() + "&on=" + QUARTER.to();
        awaitNumbered();
        await().atMost(SOON).until(() -> {
            publishing.publishDue(TODAY);
            List<Integer> versions = given().get(list).path("items.version");
            return versions.contains(version);
        });
        return given().get(list).path("items.find { it.version == " + version + " }.id");
    }

    private void awaitNumbered() {
        await().atMost(SOON)
                .until(() -> jdbi.withHandle(
                        handle -> handle.createQuery("""
                                SELECT NOT EXISTS (SELECT FROM event_outbox o
                                  WHERE NOT EXISTS (SELECT FROM event_log l WHERE l.outbox_id = o.id))""").mapTo(Boolean.class).one()));
    }

    private void spend(String amount, String payee, String kind) {
        LocalDate day = QUARTER.from().plusDays(10);
        Map<String, Object> wanted = expenditure(fund, amount);
        wanted.put("bookedOn", day);
        wanted.put("payee", payee);
        if (kind != null) {
            wanted.put("payeeKind", kind);
        }
        String id = once(accountant(town))
                .body(wanted)
                .post("/v1/expenditures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approve(town, id).then().statusCode(200);
        once(cashier(town))
                .body(Map.of("bookedOn", day))
                .post("/v1/expenditures/" + id + "/payment")
                .then()
                .statusCode(200);
    }

    private String events() {
        List<String> data =
                jdbi.withHandle(handle -> handle.createQuery("SELECT data FROM event_outbox WHERE type = :type")
                        .bind("type", "cn.shequ.funding.disclosure-published.v1")
                        .mapTo(String.class)
                        .list());
        return String.join("\n", data);
    }
}
