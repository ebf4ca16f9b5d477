package cn.shequ.funding.disclosure;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receipt;
import static cn.shequ.funding.disclosure.LastQuarter.QUARTER;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
class DisclosedObligationsComponentTest {

    @Inject
    Towns towns;

    @Inject
    LastQuarter quarter;

    @Inject
    Jdbi jdbi;

    @Inject
    BusinessCalendar calendar;

    private Town town;
    private String fund;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = LastQuarter.workingCosts(town);
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
        given().get("/v1/disclosures/" + quarter.published(town, 1) + "/obligations")
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

        given().get("/v1/disclosures/" + quarter.published(town, 1) + "/obligations")
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
}
