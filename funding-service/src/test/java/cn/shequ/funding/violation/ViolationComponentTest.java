package cn.shequ.funding.violation;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.funding.Debts;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class ViolationComponentTest {

    @Inject
    Towns towns;

    @Inject
    Debts debts;

    @Inject
    Suspicions suspicions;

    private Town town;

    @BeforeEach
    void build() {
        town = towns.build();
    }

    @Test
    void what_the_service_finds_twice_is_one_case_in_its_territory_only() {
        String obligation = debts.owes(town, 0, "5000.00", TODAY.minusDays(1));
        Suspicion late = new Suspicion(
                ViolationKind.LATE,
                UUID.fromString(obligation),
                UUID.fromString(town.ledger()),
                town.street(),
                town.community(),
                Payer.financeOf(town.district()),
                Money.of("5000.00"),
                Money.ZERO,
                TODAY);
        for (int i = 0; i < 2; i++) {
            QuarkusTransaction.requiringNew().run(() -> suspicions.report(late));
        }
        as("auditor", Roles.AUDITOR, town.city())
                .get("/v1/violations?subject=" + obligation)
                .then()
                .body("items.kind", contains("LATE"))
                .body("items[0].stage", equalTo("REPORTED"))
                .body("items[0].foundByService", equalTo(true))
                .body("items[0].amountOwed", equalTo("5000.00"));
        finance(town.neighbour())
                .get("/v1/violations?subject=" + obligation)
                .then()
                .body("items", empty());
    }

    @Test
    void an_attempted_diversion_opens_a_case_that_the_office_does_not_see_before_it_is_notified() {
        Map<String, Object> wanted = expenditure(aFund(town), "800.00");
        wanted.put("category", "RECEPTION");
        String attempt =
                once(accountant(town)).body(wanted).post("/v1/expenditures").path("attemptId");
        finance(town.district())
                .get("/v1/violations?subject=" + attempt)
                .then()
                .body("items.kind", contains("DIVERSION"))
                .body("items[0].body", equalTo(town.street().value()))
                .body("items[0].attemptedBy", equalTo("accountant"))
                .body("items[0].reportedBy", nullValue());
        as("officer", Roles.SUBDISTRICT_OFFICER, town.street())
                .get("/v1/violations?subject=" + attempt)
                .then()
                .body("items", empty());
    }
}
