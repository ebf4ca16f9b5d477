package cn.shequ.funding.obligation;

import static cn.shequ.funding.Calls.DEPARTMENT;
import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static cn.shequ.funding.Calls.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.shequ.events.admission.TaskSigned;
import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.NotYetKnown;
import cn.shequ.kit.security.Roles;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-5")
@Tag("art-11")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class PlacementFundingComponentTest {

    @Inject
    Towns towns;

    @Inject
    PlacementFunding funding;

    @Inject
    Jdbi jdbi;

    private Town town;
    private final String first = Ids.next().toString();
    private final String second = Ids.next().toString();

    @BeforeEach
    void build() {
        town = towns.build();
    }

    private static TaskSigned.Funding due(String working, String labour, String total) {
        return new TaskSigned.Funding(TODAY.getYear(), working, labour, "0.00", total, TODAY.plusDays(20));
    }

    private void sign(TaskSigned.Placement... placements) {
        TaskSigned task = new TaskSigned(
                Ids.next().toString(),
                DEPARTMENT,
                town.district().value(),
                "PUBLIC_HEALTH",
                DEPARTMENT,
                TODAY,
                TODAY.plusYears(2),
                TODAY,
                1,
                1,
                List.of(placements));
        EventEnvelope<TaskSigned> event = new EventEnvelope<>(
                Ids.next(),
                "cn.shequ.admission.task-signed.v1",
                "/admission",
                task.application(),
                0,
                task.application(),
                task.division(),
                Instant.now(),
                task);
        QuarkusTransaction.requiringNew().run(() -> funding.handle(event));
    }

    private TaskSigned.Placement placement(String id, int community, TaskSigned.Funding... due) {
        return new TaskSigned.Placement(id, town.communities().get(community).value(), List.of(due));
    }

    private Response owed(String placement) {
        return finance(town.district()).get("/v1/obligations?placement=" + placement);
    }

    @Test
    void a_signed_task_opens_a_fund_and_an_obligation_for_each_placement() {
        sign(
                placement(first, 0, due("10000.00", "2000.00", "12000.00")),
                placement(second, 1, due("1.00", "0.00", "1.00")));
        owed(first)
                .then()
                .body("items.amountDue", contains("12000.00"))
                .body("items.payer", contains(DEPARTMENT))
                .body("items.status", contains("OPEN"))
                .body("items.ledger", contains(town.ledger()));
        String fund = owed(first).path("items[0].fund");
        finance(town.district())
                .get("/v1/funds/" + fund)
                .then()
                .body("purpose", equalTo("ADMITTED_TASK"))
                .body("categories", contains("WORKING_COSTS", "LABOUR_FEES", "CONDITIONS"))
                .body("spendBy", equalTo(TODAY.plusYears(2).toString()));
        owed(second).then().body("items", hasSize(1));
    }

    @Test
    void where_nothing_is_due_nothing_is_opened() {
        sign(placement(first, 0), placement(second, 1, due("0.00", "0.00", "0.00")));
        owed(first).then().body("items", empty());
        owed(second).then().body("items", empty());
    }

    @Test
    void one_receipt_pays_some_placements_in_full_and_says_so() {
        sign(
                placement(first, 0, due("100.00", "0.00", "100.00")),
                placement(second, 1, due("100.00", "0.00", "100.00")));
        String paid = owed(first).path("items[0].id");
        Map<String, Object> receipt = receipt(town, "150.00");
        receipt.put("payer", DEPARTMENT);
        receipt.put(
                "settles",
                List.of(
                        Map.of("obligation", paid, "amount", "100.00"),
                        Map.of("obligation", owed(second).path("items[0].id"), "amount", "50.00")));
        once(finance(town.district())).body(receipt).post("/v1/receipts").then().statusCode(201);
        owed(first).then().body("items.status", contains("SETTLED"));
        owed(second).then().body("items.status", contains("PARTLY_PAID"));
        List<String> settled = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT subject FROM event_outbox WHERE type LIKE '%obligation-settled%' AND division LIKE :town")
                .bind("town", town.street().value().substring(0, 9) + "%")
                .mapTo(String.class)
                .list());
        assertThat(settled).containsExactly(paid);
    }

    @Test
    void a_task_for_a_community_nobody_knows_yet_waits() {
        TaskSigned.Placement stranger =
                new TaskSigned.Placement(first, "999999999998", List.of(due("1.00", "0.00", "1.00")));
        assertThatThrownBy(() -> sign(stranger)).isInstanceOf(NotYetKnown.class);
    }

    @Test
    void departments_see_what_they_owe_and_neighbours_see_nothing() {
        sign(placement(first, 0, due("1.00", "0.00", "1.00")));
        String id = owed(first).path("items[0].id");
        as("officer", Roles.DEPARTMENT_OFFICER, town.district(), DEPARTMENT)
                .get("/v1/obligations/" + id)
                .then()
                .statusCode(200);
        as("officer", Roles.DEPARTMENT_OFFICER, town.district(), "11220102DEM000022E")
                .get("/v1/obligations/" + id)
                .then()
                .statusCode(404);
        as("officer", Roles.DEPARTMENT_OFFICER, town.district(), "11220102DEM000022E")
                .get("/v1/obligations?placement=" + first)
                .then()
                .body("items", empty());
        finance(town.neighbour()).get("/v1/obligations/" + id).then().statusCode(404);
        finance(town.neighbour())
                .get("/v1/obligations?placement=" + first)
                .then()
                .body("items", empty());
        as("resident", Roles.RESIDENT, town.community())
                .get("/v1/obligations/" + id)
                .then()
                .statusCode(403);
    }
}
