package cn.shequ.funding.obligation;

import static cn.shequ.funding.Calls.DEPARTMENT;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.finance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.time.BusinessCalendar;
import cn.shequ.localstack.SuiteInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-11")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class DueObligationsComponentTest {

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    @Inject
    BusinessCalendar calendar;

    @Inject
    ObligationsLate late;

    @Inject
    MeterRegistry meters;

    @Test
    void payer_and_accountant_see_what_is_overdue_and_what_is_soon_to_be_paid() {
        Town town = towns.build();
        String overdue = debts.owes(town, 0, "100.00", calendar.before(TODAY));
        String soon = debts.owes(town, 1, "200.00", calendar.plus(TODAY, 10));
        String later = debts.owes(town, 2, "300.00", calendar.plus(TODAY, 11));

        accountant(town)
                .get("/v1/obligations?overdue=true")
                .then()
                .statusCode(200)
                .body("items.id", contains(overdue));
        accountant(town).get("/v1/obligations?overdue=false").then().body("items.id", containsInAnyOrder(soon, later));
        accountant(town).get("/v1/obligations?dueWithin=10").then().body("items.id", contains(soon));
        accountant(town).get("/v1/obligations?dueWithin=11").then().body("items.id", containsInAnyOrder(soon, later));
        accountant(town).get("/v1/obligations?dueWithin=251").then().statusCode(400);

        finance(town.district())
                .get("/v1/reminders?payer=" + town.district())
                .then()
                .statusCode(200)
                .body("items.id", contains(soon))
                .body("items[0].businessDaysLeft", equalTo(10))
                .body("items[0].outstanding", equalTo("200.00"));
        accountant(town).get("/v1/reminders").then().body("items.id", contains(soon));
        finance(town.neighbour()).get("/v1/reminders").then().body("items", empty());
        as("officer", Roles.DEPARTMENT_OFFICER, town.district(), DEPARTMENT)
                .get("/v1/reminders")
                .then()
                .body("items", empty());
        as("resident", Roles.RESIDENT, town.district())
                .get("/v1/reminders")
                .then()
                .statusCode(403);
    }

    @Test
    void what_is_overdue_in_the_whole_city_is_a_figure() {
        Town town = towns.build();
        double before = late();
        debts.owes(town, 0, "100.00", calendar.before(TODAY));
        debts.owes(town, 1, "200.00", calendar.plus(TODAY, 10));
        assertThat(late()).isEqualTo(before + 1);
    }

    @Test
    void how_far_the_calendar_reaches_is_a_figure() {
        assertThat(meters.get("shequ.calendar.days.ahead").gauge().value()).isEqualTo(calendar.daysKnownFrom(TODAY));
    }

    private double late() {
        late.measure();
        return meters.get("shequ.obligations.late").gauge().value();
    }
}
