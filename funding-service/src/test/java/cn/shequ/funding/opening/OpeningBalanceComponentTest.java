package cn.shequ.funding.opening;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approver;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.reverse;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class OpeningBalanceComponentTest {

    @Inject
    Towns towns;

    private Town town;
    private String fund;
    private String other;

    @BeforeEach
    void build() {
        town = towns.build();
        fund = aFund(town);
        other = aFund(town);
    }

    private Response record(String bank, String first, String second) {
        return once(accountant(town))
                .body(Map.of(
                        "bookedOn",
                        TODAY,
                        "bankBalance",
                        bank,
                        "evidence",
                        DIGEST,
                        "funds",
                        List.of(Map.of("fund", fund, "amount", first), Map.of("fund", other, "amount", second))))
                .post("/v1/ledgers/" + town.ledger() + "/opening-balance");
    }

    private Response decide(String decision) {
        return once(approver(town))
                .body(Map.of("reason", "与银行对账单不符"))
                .post("/v1/ledgers/" + town.ledger() + "/opening-balance/" + decision);
    }

    @Test
    void a_ledger_begins_with_what_the_bank_states_once_another_person_approved_it() {
        record("800.00", "500.00", "300.00").then().statusCode(201).body("stage", equalTo("RECORDED"));
        balance(town, fund).then().body("available", equalTo("0.00"));
        String entry = decide("approval")
                .then()
                .statusCode(200)
                .body("stage", equalTo("APPROVED"))
                .body("entry", notNullValue())
                .extract()
                .path("entry");
        balance(town, fund).then().body("available", equalTo("500.00"));
        balance(town, other).then().body("available", equalTo("300.00"));
        accountant(town)
                .get("/v1/ledgers/" + town.ledger() + "/trial-balance")
                .then()
                .body("accounts.find { it.account == 'BANK' }.balance", equalTo("800.00"));
        reverse(town, entry).then().statusCode(422).body("code", equalTo("entry-not-reversible"));
        decide("approval").then().statusCode(409).body("code", equalTo("opening-balance-stage"));
        record("800.00", "500.00", "300.00").then().statusCode(409).body("code", equalTo("ledger-has-begun"));
        receive(town, fund, "1.00", TODAY.minusDays(1))
                .then()
                .statusCode(422)
                .body("code", equalTo("booked-too-early"))
                .body("figures.earliest", equalTo(TODAY.toString()));
        receive(town, fund, "1.00").then().statusCode(201);
    }

    @Test
    void funds_that_do_not_add_up_to_the_bank_are_refused_with_the_difference() {
        record("800.00", "500.00", "299.99")
                .then()
                .statusCode(422)
                .body("code", equalTo("opening-balance-unequal"))
                .body("figures.difference", equalTo("0.01"));
    }

    @Test
    void a_ledger_with_entries_does_not_begin_any_more() {
        record("800.00", "500.00", "300.00").then().statusCode(201);
        receive(town, fund, "1.00").then().statusCode(201);
        decide("approval").then().statusCode(409).body("code", equalTo("ledger-has-begun"));
    }

    @Test
    void only_a_rejected_one_is_followed_by_another_and_nobody_approves_the_own() {
        record("800.00", "500.00", "300.00").then().statusCode(201);
        record("800.00", "500.00", "300.00").then().statusCode(409).body("code", equalTo("opening-balance-exists"));
        once(as("accountant", Roles.SUBDISTRICT_APPROVER, town.street()))
                .post("/v1/ledgers/" + town.ledger() + "/opening-balance/approval")
                .then()
                .statusCode(422)
                .body("code", equalTo("same-person"));
        decide("rejection").then().statusCode(200).body("stage", equalTo("REJECTED"));
        record("700.00", "400.00", "300.00").then().statusCode(201);
    }

    @Test
    void another_territory_does_not_find_it_and_another_role_does_not_record_it() {
        record("800.00", "500.00", "300.00").then().statusCode(201);
        finance(town.neighbour())
                .get("/v1/ledgers/" + town.ledger() + "/opening-balance")
                .then()
                .statusCode(404);
        once(as("cashier", Roles.SUBDISTRICT_CASHIER, town.street()))
                .body(Map.of())
                .post("/v1/ledgers/" + town.ledger() + "/opening-balance")
                .then()
                .statusCode(403);
    }
}
