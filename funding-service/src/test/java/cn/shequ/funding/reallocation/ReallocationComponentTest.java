package cn.shequ.funding.reallocation;

import static cn.shequ.funding.Calls.DIGEST;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.aFund;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.approve;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receive;
import static cn.shequ.funding.Calls.recorded;
import static cn.shequ.funding.Calls.reverse;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class ReallocationComponentTest {

    private static final String DOCUMENT = "南财预〔2026〕18号";

    @Inject
    Towns towns;

    private Town town;
    private String upkeep;
    private String training;

    @BeforeEach
    void build() {
        town = towns.build();
        upkeep = fund("DISTRICT", "PREMISES_UPKEEP_ONLY");
        training = fund("DISTRICT", "TRAINING");
        receive(town, upkeep, "100.00").then().statusCode(201);
    }

    private String fund(String source, String purpose) {
        Map<String, Object> fund = new HashMap<>();
        fund.put("ledger", town.ledger());
        fund.put("source", source);
        fund.put("purpose", purpose);
        fund.put("community", town.community());
        fund.put("fiscalYear", TODAY.getYear());
        fund.put("spendBy", TODAY.plusYears(1));
        return once(finance(town.district()))
                .body(fund)
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> move(String from, String to, String amount, String document) {
        Map<String, Object> move = new HashMap<>();
        move.put("fund", from);
        move.put("toFund", to);
        move.put("amount", amount);
        move.put("bookedOn", TODAY);
        if (document != null) {
            move.put("documentNumber", document);
        }
        return move;
    }

    private static Response send(RequestSpecification who, Map<String, Object> move) {
        return once(who).body(move).post("/v1/reallocations");
    }

    @Test
    void the_district_moves_its_own_money_by_a_document_and_can_take_that_back() {
        String entry = send(finance(town.district()), move(upkeep, training, "30.00", DOCUMENT))
                .then()
                .statusCode(201)
                .body("decidedFor", equalTo(town.district().value()))
                .body("documentNumber", equalTo(DOCUMENT))
                .extract()
                .path("entry");
        balance(town, upkeep).then().body("available", equalTo("70.00"));
        balance(town, training).then().body("available", equalTo("30.00"));
        finance(town.district())
                .get("/v1/reallocations?ledger=" + town.ledger())
                .then()
                .body("items", hasSize(1));
        reverse(town, entry).then().statusCode(201);
        balance(town, upkeep).then().body("available", equalTo("100.00"));
        balance(town, training).then().body("available", equalTo("0.00"));
    }

    @Test
    void without_a_document_it_is_diversion_and_the_attempt_is_kept() {
        String attempt = send(finance(town.district()), move(upkeep, training, "30.00", null))
                .then()
                .statusCode(422)
                .body("code", equalTo("diversion-attempted"))
                .body("articles", hasItem(16))
                .body("attemptId", notNullValue())
                .extract()
                .path("attemptId");
        balance(town, upkeep).then().body("available", equalTo("100.00"));
        finance(town.district())
                .get("/v1/diversion-attempts?fund=" + upkeep)
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(attempt))
                .body("items[0].category", equalTo("TRANSFER"))
                .body("items[0].toFund", equalTo(training));
    }

    @Test
    void a_document_in_the_hands_of_who_did_not_give_the_money_helps_nobody() {
        send(accountant(town), move(upkeep, training, "30.00", DOCUMENT))
                .then()
                .statusCode(422)
                .body("code", equalTo("diversion-attempted"));
        send(finance(town.city()), move(upkeep, training, "30.00", DOCUMENT))
                .then()
                .statusCode(422)
                .body("code", equalTo("diversion-attempted"));
        finance(town.district())
                .get("/v1/diversion-attempts?fund=" + upkeep)
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void the_city_moves_its_own_money() {
        String fromCity = fund("CITY", "PREMISES_UPKEEP_ONLY");
        receive(town, fromCity, "50.00").then().statusCode(201);
        send(finance(town.district()), move(fromCity, training, "1.00", DOCUMENT))
                .then()
                .statusCode(422)
                .body("code", equalTo("diversion-attempted"));
        send(finance(town.city()), move(fromCity, training, "1.00", DOCUMENT))
                .then()
                .statusCode(201);
    }

    @Test
    void a_donation_is_moved_with_the_donors_written_consent() {
        String donated = fund("DONATION", "PREMISES_UPKEEP_ONLY");
        receive(town, donated, "50.00").then().statusCode(201);
        send(finance(town.district()), move(donated, training, "1.00", "捐赠人同意书-1"))
                .then()
                .statusCode(422)
                .body("code", equalTo("consent-of-donor-missing"));
        Map<String, Object> withConsent = move(donated, training, "1.00", "捐赠人同意书-1");
        withConsent.put("evidence", DIGEST);
        send(finance(town.district()), withConsent).then().statusCode(201);
    }

    @Test
    void between_two_pots_of_one_use_nothing_is_diverted_but_the_giver_still_decides() {
        String next = fund("DISTRICT", "PREMISES_UPKEEP_ONLY");
        send(accountant(town), move(upkeep, next, "30.00", null))
                .then()
                .statusCode(422)
                .body("code", equalTo("reallocation-not-decided"));
        finance(town.district())
                .get("/v1/diversion-attempts?fund=" + upkeep)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void more_than_is_available_or_to_another_ledger_is_refused_and_what_was_spent_is_not_taken_back() {
        send(finance(town.district()), move(upkeep, training, "100.01", DOCUMENT))
                .then()
                .statusCode(422)
                .body("code", equalTo("insufficient-funds"));
        String elsewhere = aFund(town, town.pool());
        send(finance(town.district()), move(upkeep, elsewhere, "1.00", DOCUMENT))
                .then()
                .statusCode(422)
                .body("code", equalTo("fund-of-other-ledger"));
        String working = fund("DISTRICT", "WORKING_COSTS");
        String entry = send(finance(town.district()), move(upkeep, working, "30.00", DOCUMENT))
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
        approve(town, recorded(town, working, "20.00")).then().statusCode(200);
        reverse(town, entry)
                .then()
                .statusCode(422)
                .body("code", equalTo("insufficient-funds"))
                .body("figures.available", equalTo("10.00"));
    }

    @Test
    void the_same_request_again_moves_the_money_once() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> move = move(upkeep, training, "30.00", DOCUMENT);
        for (int i = 0; i < 2; i++) {
            finance(town.district())
                    .header("Idempotency-Key", key)
                    .body(move)
                    .post("/v1/reallocations")
                    .then()
                    .statusCode(201);
        }
        balance(town, training).then().body("available", equalTo("30.00"));
    }

    @Test
    void another_territory_does_not_find_it_and_another_role_may_not_ask() {
        String id = send(finance(town.district()), move(upkeep, training, "30.00", DOCUMENT))
                .then()
                .extract()
                .path("id");
        finance(town.neighbour()).get("/v1/reallocations/" + id).then().statusCode(404);
        send(finance(town.neighbour()), move(upkeep, training, "1.00", DOCUMENT))
                .then()
                .statusCode(404);
        send(as("cashier", Roles.SUBDISTRICT_CASHIER, town.street()), move(upkeep, training, "1.00", DOCUMENT))
                .then()
                .statusCode(403);
    }
}
