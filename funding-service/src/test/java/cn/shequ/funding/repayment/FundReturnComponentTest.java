package cn.shequ.funding.repayment;

import static cn.shequ.funding.Calls.DEPARTMENT;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approver;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.cashier;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receipt;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.reverse;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class FundReturnComponentTest {

    @Inject
    Towns towns;

    private Town town;
    private String fund;

    @BeforeEach
    void receives() {
        town = towns.build();
        fund = aFund(town);
        receive(town, fund, "100.00").then().statusCode(201);
    }

    private Response propose(String amount, Object payee) {
        return once(accountant(town))
                .body(Map.of("fund", fund, "amount", amount, "payee", payee, "bookedOn", TODAY))
                .post("/v1/fund-returns");
    }

    private static Response step(RequestSpecification who, String id, String step) {
        Map<String, Object> said = step.equals("payment") ? Map.of("bookedOn", TODAY) : Map.of("reason", "仍需使用");
        return once(who).body(said).post("/v1/fund-returns/" + id + "/" + step);
    }

    @Test
    void unspent_money_goes_back_by_the_hands_of_three_persons() {
        String id = propose("40.00", town.district())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        balance(town, fund).then().body("available", equalTo("100.00"));
        step(as("accountant", Roles.SUBDISTRICT_APPROVER, town.street()), id, "approval")
                .then()
                .statusCode(422)
                .body("code", equalTo("same-person"));
        step(approver(town), id, "approval").then().statusCode(200).body("stage", equalTo("APPROVED"));
        balance(town, fund).then().body("available", equalTo("60.00")).body("payable", equalTo("40.00"));
        step(as("approver", Roles.SUBDISTRICT_CASHIER, town.street()), id, "payment")
                .then()
                .statusCode(422)
                .body("code", equalTo("same-person"));
        step(cashier(town), id, "payment").then().statusCode(200).body("stage", equalTo("PAID"));
        balance(town, fund).then().body("payable", equalTo("0.00")).body("received", equalTo("60.00"));
        accountant(town).get("/v1/fund-returns?ledger=" + town.ledger()).then().body("items", hasSize(1));
    }

    @Test
    void nobody_gets_back_more_than_was_given_or_what_others_gave() {
        receive(town, fund, "50.00").then().statusCode(201);
        propose("1.00", DEPARTMENT)
                .then()
                .statusCode(422)
                .body("code", equalTo("returns-more-than-given"))
                .body("figures.given", equalTo("0.00"));
        propose("150.01", town.district()).then().statusCode(422).body("code", equalTo("insufficient-funds"));
        propose("150.00", town.district()).then().statusCode(201);
        propose("0.01", town.district()).then().statusCode(422).body("code", equalTo("returns-more-than-given"));
        once(accountant(town))
                .body(Map.of("fund", fund, "amount", "1.00", "bookedOn", TODAY))
                .post("/v1/fund-returns")
                .then()
                .statusCode(400);
    }

    @Test
    void a_bounced_return_is_owed_back_until_its_approval_is_taken_back_too() {
        String id = propose("40.00", town.district()).then().extract().path("id");
        String owed = step(approver(town), id, "approval").then().extract().path("steps[0].entry");
        String paid = step(cashier(town), id, "payment").then().extract().path("steps[1].entry");
        reverse(town, owed).then().statusCode(409).body("code", equalTo("return-stage"));
        reverse(town, paid).then().statusCode(201);
        balance(town, fund).then().body("payable", equalTo("40.00"));
        reverse(town, owed).then().statusCode(201);
        balance(town, fund).then().body("available", equalTo("100.00")).body("payable", equalTo("0.00"));
        accountant(town).get("/v1/fund-returns/" + id).then().body("stage", equalTo("WITHDRAWN"));
        propose("100.00", town.district()).then().statusCode(201);
    }

    @Test
    void what_is_owed_back_is_not_freed_before_its_payment_bounced() {
        LocalDate given = TODAY.minusDays(9);
        receive(town, fund, "100.00", given).then().statusCode(201);
        String id = once(accountant(town))
                .body(Map.of("fund", fund, "amount", "40.00", "payee", town.district(), "bookedOn", given))
                .post("/v1/fund-returns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String owed = step(approver(town), id, "approval").then().extract().path("steps[0].entry");
        String paid = once(cashier(town))
                .body(Map.of("bookedOn", TODAY.minusDays(5)))
                .post("/v1/fund-returns/" + id + "/payment")
                .then()
                .statusCode(200)
                .extract()
                .path("steps[1].entry");
        reverse(town, paid).then().statusCode(201);
        once(accountant(town))
                .body(Map.of("bookedOn", TODAY.minusDays(1)))
                .post("/v1/entries/" + owed + "/reversal")
                .then()
                .statusCode(422)
                .body("code", equalTo("booked-too-early"))
                .body("figures.earliest", equalTo(TODAY.toString()));
        reverse(town, owed).then().statusCode(201);
    }

    @Test
    void who_gave_what_bounced_gets_nothing_back_of_what_others_gave() {
        Map<String, Object> ofCity = receipt(town, "100.00");
        ofCity.put("payer", town.city());
        ofCity.put("fund", fund);
        String bounced = once(finance(town.district()))
                .body(ofCity)
                .post("/v1/receipts")
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
        String proposed = propose("60.00", town.city()).then().extract().path("id");
        String approved = propose("40.00", town.city()).then().extract().path("id");
        step(approver(town), approved, "approval").then().statusCode(200);
        reverse(town, bounced).then().statusCode(201);

        for (Response refused :
                List.of(step(approver(town), proposed, "approval"), step(cashier(town), approved, "payment"))) {
            refused.then().statusCode(422).body("code", equalTo("returns-more-than-given"));
        }
        step(approver(town), proposed, "rejection").then().statusCode(200);
    }

    @Test
    void a_donor_gets_back_at_most_the_own_donation() {
        Map<String, Object> donation = new HashMap<>();
        donation.put("ledger", town.ledger());
        donation.put("purpose", "WORKING_COSTS");
        donation.put("boundTo", List.of("RELIEF"));
        donation.put("amount", "80.00");
        donation.put("bookedOn", TODAY);
        donation.put("bankReference", UUID.randomUUID().toString());
        donation.put("donor", "某某");
        donation.put("anonymous", true);
        donation.put("spendBy", TODAY.plusYears(1));
        Response given = once(accountant(town)).body(donation).post("/v1/donations");
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("fund", given.path("fund"));
        wanted.put("donation", given.path("id"));
        wanted.put("amount", "80.00");
        wanted.put("bookedOn", TODAY);
        once(accountant(town)).body(wanted).post("/v1/fund-returns").then().statusCode(201);
        once(accountant(town))
                .body(wanted)
                .post("/v1/fund-returns")
                .then()
                .statusCode(422)
                .body("code", equalTo("returns-more-than-given"));
    }

    @Test
    void a_rejected_return_moves_nothing_and_strangers_do_not_find_it() {
        String id = propose("40.00", town.district()).then().extract().path("id");
        step(approver(town), id, "rejection").then().statusCode(200).body("stage", equalTo("REJECTED"));
        step(approver(town), id, "approval").then().statusCode(409);
        finance(town.neighbour()).get("/v1/fund-returns/" + id).then().statusCode(404);
        once(cashier(town)).body(Map.of()).post("/v1/fund-returns").then().statusCode(403);
    }
}
