package cn.shequ.admission.placement;

import static cn.shequ.admission.Given.COMMUNITY;
import static cn.shequ.admission.Given.COMMUNITY_2;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.SUBDISTRICT;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.check;
import static cn.shequ.admission.Given.funding;
import static cn.shequ.admission.Given.officerOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.shequ.admission.Given;
import cn.shequ.kit.inbox.NotYetKnown;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-5")
class PlacementFundsComponentTest {

    private static final int YEAR = TODAY.getYear();

    @Inject
    TerritoryRecord territory;

    @Inject
    FundingSays funding;

    @Inject
    PlacementSweep sweep;

    @Inject
    Jdbi jdbi;

    private String health = "";

    @BeforeEach
    void aCityWithADepartment() {
        Given.theCity(territory);
        health = aDepartmentOf(DISTRICT);
    }

    @Test
    void whatWasPaidIsActiveAndWhatWasNotIsNot() {
        String id = aSigned(health, DISTRICT, aForm(health, SUBDISTRICT));
        check(health, COMMUNITY, "PUBLIC_HEALTH")
                .then()
                .body("permitted", equalTo(false))
                .body("reasons[0].code", equalTo("FUNDS_NOT_PAID"))
                .body("reasons[0].articles", contains(5))
                .body("reasons[0].amountsDue[0].amountDue", equalTo("3000.00"))
                .body("placements[0].fundingRule", equalTo("placement.payment-grace@1"));

        pay(placement(id, COMMUNITY), YEAR, "3000.00");

        check(health, COMMUNITY, "PUBLIC_HEALTH")
                .then()
                .body("permitted", equalTo(true))
                .body("placements[0].authority", equalTo("登记、通知，不得收费"))
                .body("placements[0].validTo", equalTo(YEAR + "-12-31"));
        check(health, COMMUNITY_2, "PUBLIC_HEALTH").then().body("permitted", equalTo(false));
        officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + id)
                .then()
                .body("placements.ACTIVE", equalTo(1))
                .body("placements.AWAITING_FUNDS", equalTo(1));
        assertThat(events("placement-activated", id)).isEqualTo(1);
    }

    @Test
    void aReversedReceiptLapsesThePlacementUntilItIsPaidAgain() {
        String id = aSigned(health, DISTRICT, aForm(health, COMMUNITY));
        UUID placement = placement(id, COMMUNITY);
        UUID obligation = pay(placement, YEAR, "3000.00");
        funding.reopened(placement, obligation, YEAR, "3000.00");
        check(health, COMMUNITY, "PUBLIC_HEALTH")
                .then()
                .body("permitted", equalTo(false))
                .body("reasons[0].code", equalTo("FUNDS_NOT_PAID"));
        assertThat(events("placement-lapsed", id)).isEqualTo(1);
        funding.settled(placement, obligation, YEAR, "3000.00");
        check(health, COMMUNITY, "PUBLIC_HEALTH").then().body("permitted", equalTo(true));
        assertThat(events("placement-activated", id)).isEqualTo(2);
    }

    @Test
    void theSameNewsTwiceHasOneEffect() {
        String id = aSigned(health, DISTRICT, aForm(health, COMMUNITY));
        UUID placement = placement(id, COMMUNITY);
        UUID obligation = pay(placement, YEAR, "3000.00");
        funding.settled(placement, obligation, YEAR, "3000.00");
        assertThat(events("placement-activated", id)).isEqualTo(1);
    }

    @Test
    void aPaymentThatComesBeforeItsObligationWaits() {
        String id = aSigned(health, DISTRICT, aForm(health, COMMUNITY));
        assertThatThrownBy(() -> funding.settled(placement(id, COMMUNITY), UUID.randomUUID(), YEAR, "3000.00"))
                .isInstanceOf(NotYetKnown.class);
    }

    @Test
    void anObligationOverAnotherAmountThanWasSignedIsNotBelieved() {
        String id = aSigned(health, DISTRICT, aForm(health, COMMUNITY));
        assertThatThrownBy(() -> funding.opened(placement(id, COMMUNITY), UUID.randomUUID(), YEAR, "2999.99"))
                .hasStackTraceContaining("signed were 3000.00");
    }

    @Test
    void aLaterYearThatStaysUnpaidAfterItsGraceLapses() {
        Map<String, Object> form = aForm(health, COMMUNITY);
        form.put("validTo", (YEAR + 1) + "-12-31");
        form.put("funding", new ArrayList<>(List.of(funding(YEAR, "100.00"), funding(YEAR + 1, "200.00"))));
        String id = aSigned(health, DISTRICT, form);
        UUID placement = placement(id, COMMUNITY);
        funding.opened(placement, UUID.randomUUID(), YEAR + 1, "200.00");
        pay(placement, YEAR, "100.00");
        check(health, COMMUNITY, "PUBLIC_HEALTH").then().body("permitted", equalTo(true));

        LocalDate overdue = TODAY.minusDays(31);
        asOwner("UPDATE placement_funding SET pay_by = '" + overdue + "' WHERE placement_id = '" + placement
                + "' AND funding_year = " + (YEAR + 1));
        asOwner("UPDATE placement SET funded_through = '" + TODAY.minusDays(1) + "' WHERE id = '" + placement + "'");
        check(health, COMMUNITY, "PUBLIC_HEALTH")
                .then()
                .body("permitted", equalTo(false))
                .body("reasons[0].amountsDue[0].fundingYear", equalTo(YEAR + 1));
        sweep.sweep();
        assertThat(events("placement-lapsed", id)).isEqualTo(1);
    }

    @Test
    void afterTheLastDayTheAnswerIsNoWithOrWithoutTheSweep() {
        String id = aSigned(health, DISTRICT, aForm(health, COMMUNITY));
        UUID placement = placement(id, COMMUNITY);
        pay(placement, YEAR, "3000.00");
        given().get("/v1/communities/" + COMMUNITY + "/admitted-tasks?limit=200")
                .then()
                .statusCode(200)
                .body("items.application", hasItem(id));

        asOwner("UPDATE placement SET valid_from = '" + TODAY.minusDays(9) + "', valid_to = '" + TODAY.minusDays(1)
                + "' WHERE id = '" + placement + "'");
        check(health, COMMUNITY, "PUBLIC_HEALTH")
                .then()
                .body("permitted", equalTo(false))
                .body("reasons[0].code", equalTo("EXPIRED"));
        given().get("/v1/communities/" + COMMUNITY + "/admitted-tasks?limit=200")
                .then()
                .body("items.application", not(hasItem(id)));
        assertThat(events("placement-expired", id)).isZero();
        sweep.sweep();
        sweep.sweep();
        assertThat(events("placement-expired", id)).isEqualTo(1);
        officerOf(health, DISTRICT).get("/v1/task-applications/" + id).then().body("placements.EXPIRED", equalTo(1));
    }

    @Test
    void theRunningServiceCannotMoveDatesOrAmounts() {
        for (String sql : List.of(
                "UPDATE placement SET valid_to = '2999-01-01'",
                "UPDATE placement_funding SET working_funds = 0",
                "DELETE FROM placement",
                "UPDATE task_vote SET ballot = 'FOR'",
                "DELETE FROM task_decision")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
                    .hasMessageContaining("permission denied");
        }
    }

    private UUID pay(UUID placement, int year, String amount) {
        UUID obligation = UUID.randomUUID();
        funding.opened(placement, obligation, year, amount);
        funding.settled(placement, obligation, year, amount);
        return obligation;
    }

    private UUID placement(String application, String community) {
        return UUID.fromString(officerOf(health, DISTRICT)
                .get("/v1/task-applications/" + application + "/placements")
                .path("items.find { it.community == '" + community + "' }.id"));
    }

    private int events(String name, String application) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM event_outbox
                        WHERE type = :type AND CAST(data AS jsonb) ->> 'application' = :application""")
                .bind("type", "cn.shequ.admission." + name + ".v1")
                .bind("application", application)
                .mapTo(Integer.class)
                .one());
    }
}
