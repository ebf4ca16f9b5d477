package cn.shequ.funding.disclosure;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.cashier;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.disclosure.LastQuarter.QUARTER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
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

    @Inject
    Towns towns;

    @Inject
    LastQuarter quarter;

    @Inject
    DisclosurePublishing publishing;

    @Inject
    Jdbi jdbi;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = LastQuarter.workingCosts(town);
    }

    @Test
    void every_receipt_and_expenditure_of_a_quarter_is_public_and_adds_up_and_persons_are_masked() {
        receive(town, fund, "1000.00", QUARTER.from().minusDays(1)).then().statusCode(201);
        receive(town, fund, "5000.00", QUARTER.from()).then().statusCode(201);
        spend("300.00", "张三丰", null);
        spend("200.00", "某某文印店", "ORGANISATION");
        receive(town, fund, "70.00", QUARTER.to().plusDays(1)).then().statusCode(201);

        String id = quarter.published(town, 1);
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
        String first = quarter.published(town, 1);
        receive(town, fund, "20.00", QUARTER.to()).then().statusCode(201);
        String second = quarter.published(town, 2);
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
        quarter.published(town, 1);
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
            receive(other, LastQuarter.workingCosts(other), "70.00", QUARTER.from())
                    .then()
                    .statusCode(201);
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
        given().get("/v1/disclosures/" + quarter.published(town, 1)).then().body("moneyIn", equalTo("5020.00"));
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
