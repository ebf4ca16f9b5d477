package cn.shequ.funding.donation;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.accountant;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.balance;
import static cn.shequ.funding.Calls.expenditure;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receipt;
import static cn.shequ.funding.Calls.reverse;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("art-16")
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class DonationComponentTest {

    private static final String DONOR = "欧阳小梅";

    @Inject
    Towns towns;

    @Inject
    Jdbi jdbi;

    private Town town;

    @BeforeEach
    void build() {
        town = towns.build();
    }

    private Map<String, Object> donation(String amount, boolean anonymous) {
        Map<String, Object> donation = new HashMap<>();
        donation.put("ledger", town.ledger());
        donation.put("purpose", "WORKING_COSTS");
        donation.put("community", town.community());
        donation.put("boundTo", List.of("RELIEF"));
        donation.put("amount", amount);
        donation.put("bookedOn", TODAY);
        donation.put("bankReference", UUID.randomUUID().toString());
        donation.put("donor", DONOR);
        donation.put("anonymous", anonymous);
        donation.put("spendBy", TODAY.plusYears(1));
        return donation;
    }

    private Response give(Map<String, Object> donation) {
        return once(accountant(town)).body(donation).post("/v1/donations");
    }

    @Test
    void it_opens_a_fund_that_allows_what_its_donor_named_and_nothing_else() {
        String fund = give(donation("2000.00", false))
                .then()
                .statusCode(201)
                .body("boundTo", contains("RELIEF"))
                .body("donor", equalTo(DONOR))
                .extract()
                .path("fund");
        balance(town, fund).then().body("available", equalTo("2000.00"));
        once(accountant(town))
                .body(expenditure(fund, "1.00"))
                .post("/v1/expenditures")
                .then()
                .statusCode(422)
                .body("code", equalTo("diversion-attempted"))
                .body("attemptId", notNullValue());
    }

    @Test
    void an_earlier_fund_takes_it_only_when_it_is_bound_in_the_same_way() {
        String fund = give(donation("2000.00", false)).then().extract().path("fund");
        Map<String, Object> more = donation("500.00", false);
        more.put("fund", fund);
        give(more).then().statusCode(201).body("fund", equalTo(fund));
        balance(town, fund).then().body("available", equalTo("2500.00"));
        Map<String, Object> other = donation("500.00", false);
        other.put("fund", fund);
        other.put("boundTo", List.of("RELIEF", "TRAINING"));
        give(other).then().statusCode(422).body("code", equalTo("donation-bound-otherwise"));
    }

    @Test
    void everybody_sees_donations_to_a_community_but_no_name() {
        give(donation("2000.00", false)).then().statusCode(201);
        give(donation("30.00", true)).then().statusCode(201);
        String shown = given().get("/v1/donations?community=" + town.community())
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].donor", equalTo("欧**"))
                .body("items[1].donor", nullValue())
                .extract()
                .asString();
        assertThat(shown).doesNotContain(DONOR);
    }

    @Test
    void the_name_is_in_no_event_and_can_be_erased_while_the_proof_stays() {
        String id = give(donation("2000.00", false)).then().extract().path("id");
        String told = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT string_agg(data::text, '') FROM event_outbox WHERE data::text LIKE '%' || :id || '%'")
                .bind("id", id)
                .mapTo(String.class)
                .one());
        assertThat(told).contains("commitment").doesNotContain(DONOR);
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM donation_donor WHERE donation = CAST(:id AS uuid)")
                .bind("id", id)
                .execute());
        accountant(town)
                .get("/v1/donations/" + id)
                .then()
                .statusCode(200)
                .body("donor", nullValue())
                .body("commitment", not(nullValue()));
    }

    @Test
    void a_line_of_the_bank_is_booked_once_whatever_it_is_booked_as() {
        Map<String, Object> donation = donation("10.00", false);
        give(donation).then().statusCode(201);
        give(donation).then().statusCode(409).body("code", equalTo("bank-line-already-booked"));
        Map<String, Object> receipt = receipt(town, "10.00");
        receipt.put("bankReference", donation.get("bankReference"));
        receipt.put("fund", give(donation("1.00", false)).then().extract().path("fund"));
        once(finance(town.district()))
                .body(receipt)
                .post("/v1/receipts")
                .then()
                .statusCode(409)
                .body("code", equalTo("bank-line-already-booked"));
    }

    @Test
    void a_bounced_donation_is_taken_back() {
        Response given = give(donation("10.00", false));
        reverse(town, given.path("entry")).then().statusCode(201);
        balance(town, given.path("fund")).then().body("available", equalTo("0.00"));
        given().get("/v1/donations?community=" + town.community()).then().body("items[0].takenBack", equalTo(true));
    }

    @Test
    void another_territory_does_not_find_it_and_another_role_does_not_record_it() {
        String id = give(donation("10.00", false)).then().extract().path("id");
        finance(town.neighbour()).get("/v1/donations/" + id).then().statusCode(404);
        once(finance(town.neighbour()))
                .body(donation("1.00", false))
                .post("/v1/donations")
                .then()
                .statusCode(404);
        once(as("cashier", Roles.SUBDISTRICT_CASHIER, town.street()))
                .body(donation("1.00", false))
                .post("/v1/donations")
                .then()
                .statusCode(403);
    }
}
