package cn.shequ.funding.obligation;

import static cn.shequ.funding.Calls.DEPARTMENT;
import static cn.shequ.funding.Calls.finance;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.events.admission.PlacementExited;
import cn.shequ.events.admission.TaskSigned;
import cn.shequ.events.facilities.RemediationApproved;
import cn.shequ.events.workforce.PayrollApproved;
import cn.shequ.events.workforce.TrainingCompleted;
import cn.shequ.funding.OtherServices;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.identity.Ids;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other services decide is owed; their events come over Kafka. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class OriginsComponentTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 6, 5);
    private static final LocalDate PAY_BY = LocalDate.of(2026, 12, 15);

    @Inject
    Towns towns;

    @Inject
    Jdbi jdbi;

    private Town town;
    private final String decision = Ids.next().toString();

    @BeforeEach
    void build() {
        town = towns.build();
    }

    private Response owed() {
        return finance(town.city()).get("/v1/obligations?decision=" + decision);
    }

    private void awaitOwed(int count) {
        await().atMost(ofSeconds(60)).until(() -> owed().path("items.size()").equals(count));
    }

    @Test
    @Tag("art-20")
    void a_training_of_an_urban_district_is_paid_half_by_the_city_and_half_by_the_district_once() {
        TrainingCompleted training =
                new TrainingCompleted(decision, town.district().value(), "18000.01", 36, DECIDED, PAY_BY);
        UUID event = UUID.randomUUID();
        try (OtherServices others = new OtherServices()) {
            others.say(event, training);
            others.say(event, training);
            awaitOwed(2);
            String after = Ids.next().toString();
            others.say(new TrainingCompleted(after, town.district().value(), "2.00", 1, DECIDED, PAY_BY));
            await().atMost(ofSeconds(60)).until(() -> finance(town.city())
                    .get("/v1/obligations?decision=" + after)
                    .path("items.size()")
                    .equals(2));
        }
        owed().then()
                .body(
                        "items.find { it.share == 'CITY_SHARE' }.payer",
                        equalTo(town.city().value()))
                .body("items.find { it.share == 'CITY_SHARE' }.amountDue", equalTo("9000.01"))
                .body(
                        "items.find { it.share == 'DISTRICT_SHARE' }.payer",
                        equalTo(town.district().value()))
                .body("items.find { it.share == 'DISTRICT_SHARE' }.amountDue", equalTo("9000.00"))
                .body("items[0].ledger", equalTo(town.pool()));
    }

    @Test
    @Tag("art-18")
    @Tag("art-21")
    @Tag("art-22")
    void a_payroll_is_owed_by_the_district_and_for_posts_by_the_city_department() {
        String here = town.community().value();
        String there = town.communities().get(1).value();
        String district = town.district().value();
        try (OtherServices others = new OtherServices()) {
            others.say(new PayrollApproved(
                    decision,
                    district,
                    2026,
                    DECIDED,
                    PAY_BY,
                    1,
                    1,
                    List.of(
                            new PayrollApproved.Item(here, "COMMITTEE_ALLOWANCE", district, "24500.00"),
                            new PayrollApproved.Item(here, "TITLE_ALLOWANCE", district, "600.00"),
                            new PayrollApproved.Item(here, "POST_PAY", DEPARTMENT, "8160.00"),
                            new PayrollApproved.Item(here, "POST_WORKING_COSTS", DEPARTMENT, "350.00"),
                            new PayrollApproved.Item(there, "COMMITTEE_ALLOWANCE", district, "0.00"))));
            awaitOwed(4);
        }
        owed().then()
                .body("items.find { it.share == 'COMMITTEE_ALLOWANCE' }.payer", equalTo(district))
                .body("items.find { it.share == 'TITLE_ALLOWANCE' }.payer", equalTo(district))
                .body("items.find { it.share == 'POST_PAY' }.payer", equalTo(DEPARTMENT))
                .body("items.find { it.share == 'POST_WORKING_COSTS' }.payer", equalTo(DEPARTMENT));
        assertThat(fundOf("TITLE_ALLOWANCE")).isEqualTo(fundOf("COMMITTEE_ALLOWANCE"));
        assertThat(fundOf("POST_PAY")).isNotEqualTo(fundOf("COMMITTEE_ALLOWANCE"));
        assertThat(fundOf("POST_WORKING_COSTS")).isNotEqualTo(fundOf("POST_PAY"));
        finance(town.district()).get("/v1/funds/" + fundOf("POST_PAY")).then().body("categories", contains("PAY"));
    }

    private String fundOf(String share) {
        return owed().path("items.find { it.share == '" + share + "' }.fund");
    }

    @Test
    @Tag("art-12")
    void a_remedy_for_a_weak_community_is_owed_by_who_pays_it() {
        try (OtherServices others = new OtherServices()) {
            others.say(new RemediationApproved(
                    decision,
                    town.community().value(),
                    "EXTENSION",
                    town.district().value(),
                    "480000.00",
                    DECIDED,
                    PAY_BY,
                    LocalDate.of(2027, 6, 30)));
            awaitOwed(1);
        }
        owed().then().body("items.origin", contains("REMEDIATION")).body("items.amountDue", contains("480000.00"));
        finance(town.district())
                .get("/v1/funds/" + owed().path("items[0].fund"))
                .then()
                .body("purpose", equalTo("REMEDIATION"))
                .body("spendBy", equalTo("2027-06-30"));
    }

    @Test
    @Tag("art-5")
    void what_would_be_due_after_the_exit_of_a_task_is_cancelled_and_what_was_due_stays_owed() {
        String application = Ids.next().toString();
        try (OtherServices others = new OtherServices()) {
            others.say(new TaskSigned(
                    application,
                    DEPARTMENT,
                    town.district().value(),
                    "PUBLIC_HEALTH",
                    DEPARTMENT,
                    LocalDate.of(2025, 1, 10),
                    LocalDate.of(2027, 12, 31),
                    LocalDate.of(2025, 1, 10),
                    1,
                    1,
                    List.of(new TaskSigned.Placement(
                            decision,
                            town.community().value(),
                            List.of(
                                    funding(2025, LocalDate.of(2025, 3, 31)),
                                    funding(2026, DECIDED),
                                    funding(2027, DECIDED.plusDays(1)))))));
            awaitOwed(3);
            others.say(new PlacementExited(
                    decision, application, town.community().value(), Ids.next().toString(), DECIDED));
            await().atMost(ofSeconds(60))
                    .until(() -> owed().path("items.status").toString().contains("CANCELLED"));
        }
        owed().then()
                .body("items.findAll { it.fundingYear < 2027 }.status", contains("OPEN", "OPEN"))
                .body("items.find { it.fundingYear == 2027 }.status", equalTo("CANCELLED"))
                .body("items.find { it.fundingYear == 2027 }.cancelled", equalTo("700.00"))
                .body("items.find { it.fundingYear == 2027 }.outstanding", equalTo("0.00"));
        String cancelled = owed().path("items.find { it.fundingYear == 2027 }.id");
        List<String> told = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT subject FROM event_outbox
                        WHERE type LIKE '%obligation-cancelled%' AND division = :community""")
                .bind("community", town.community())
                .mapTo(String.class)
                .list());
        assertThat(told).containsExactly(cancelled);
        finance(town.district()).get("/v1/obligations?status=CANCELLED").then().body("items.id", contains(cancelled));
    }

    private static TaskSigned.Funding funding(int year, LocalDate payBy) {
        return new TaskSigned.Funding(year, "700.00", "0.00", "0.00", "700.00", payBy);
    }
}
