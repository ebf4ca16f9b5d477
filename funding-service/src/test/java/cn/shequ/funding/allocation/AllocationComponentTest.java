package cn.shequ.funding.allocation;

import static cn.shequ.funding.Calls.TODAY;
import static cn.shequ.funding.Calls.as;
import static cn.shequ.funding.Calls.finance;
import static cn.shequ.funding.Calls.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.funding.Town;
import cn.shequ.funding.Towns;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.RuleDirection;
import cn.shequ.kit.rulebook.RuleOrigin;
import cn.shequ.kit.rulebook.RuleUnit;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-15")
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "funding"))
class AllocationComponentTest {

    @Inject
    Towns towns;

    @Inject
    Rulebook rulebook;

    private static Response preview(DivisionCode city, Map<String, ?> request) {
        return finance(city).body(request).post("/v1/annual-allocations/previews");
    }

    private static Response commit(DivisionCode city, Map<String, ?> request) {
        return once(finance(city)).body(request).post("/v1/annual-allocations");
    }

    @Test
    void the_real_city_is_allocated_to_the_fen_and_once() {
        DivisionCode city = towns.changchun();
        Map<String, Integer> year = Map.of("fiscalYear", 2026);
        preview(city, year)
                .then()
                .statusCode(200)
                .body("totals.communities", equalTo(362))
                .body("totals.entitlements", equalTo("19910000.00"))
                .body("totals.cityToPools", equalTo("10860000.00"))
                .body("totals.ownShares", equalTo("9050000.00"))
                .body("totals.obligations", equalTo("30770000.00"))
                .body("units.size()", equalTo(7));

        Response committed = commit(city, year);
        committed.then().statusCode(201).body("totals.entitlements", equalTo("19910000.00"));

        String id = committed.path("id");
        commit(city, year)
                .then()
                .statusCode(409)
                .body("code", equalTo("allocation-already-committed"))
                .body("articles", contains(15))
                .body("figures.allocation", equalTo(id));
        assertThat(owed(city, id)).isEqualTo(7 + 362 + 362);
        as("auditor", Roles.AUDITOR, DivisionCode.of("220102000000"))
                .get("/v1/annual-allocations/" + id)
                .then()
                .statusCode(200)
                .body("units.division", contains("220102000000"));
    }

    @Test
    void with_development_zones_admitted_by_a_dated_local_rule_507_communities_take_part() {
        DivisionCode city = towns.changchun();
        rulebook.putLocal(new Rule(
                "allocation.eligible-kinds",
                1,
                LocalDate.of(2027, 1, 1),
                null,
                "DEVELOPMENT_ZONE,URBAN_DISTRICT",
                RuleUnit.SET,
                RuleDirection.MINIMUM,
                RuleOrigin.POLICY,
                "Art. 15",
                city));
        preview(city, Map.of("fiscalYear", 2027))
                .then()
                .body("totals.communities", equalTo(507))
                .body("totals.entitlements", equalTo("27885000.00"));
        preview(city, Map.of("fiscalYear", 2026)).then().body("totals.communities", equalTo(362));
    }

    @Test
    void unequal_weights_close_to_the_fen() {
        Town town = towns.build();
        Response plan = preview(
                town.city(),
                Map.of(
                        "fiscalYear",
                        2026,
                        "weights",
                        List.of(weight(town, 0, 3), weight(town, 1, 2), weight(town, 2, 2))));
        plan.then()
                .statusCode(200)
                .body("totals.cityToPools", equalTo("90000.00"))
                .body("units[0].communities.poolShare", contains("38571.43", "25714.29", "25714.28"))
                .body("units[0].communities.ownShare", contains("16428.57", "29285.71", "29285.72"))
                .body("totals.ownShares", equalTo("75000.00"));
    }

    @Test
    void funds_and_obligations_are_opened_for_pool_and_communities() {
        Town town = towns.build();
        String id = commit(town.city(), Map.of("fiscalYear", 2025))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        finance(town.city())
                .get("/v1/funds?reference=" + id)
                .then()
                .body("items.findAll { it.purpose == 'POOL' }.size()", equalTo(1))
                .body(
                        "items.findAll { it.purpose == 'WORKING_COSTS' }.community",
                        containsInAnyOrder(town.communities().stream()
                                .map(DivisionCode::value)
                                .toArray()));
        finance(town.city())
                .get("/v1/obligations?allocation=" + id + "&payer=" + town.city())
                .then()
                .body("items.amountDue", contains("90000.00"))
                .body("items.dueOn", contains("2025-03-31"))
                .body("items.ledger", contains(town.pool()));
        finance(town.district())
                .get("/v1/obligations?allocation=" + id + "&community=" + town.community())
                .then()
                .body("items.share", containsInAnyOrder("POOL_SHARE", "OWN_SHARE"))
                .body("items.amountDue", containsInAnyOrder("30000.00", "25000.00"));
        finance(town.neighbour()).get("/v1/obligations?allocation=" + id).then().body("items.size()", equalTo(0));
        finance(town.neighbour()).get("/v1/annual-allocations/" + id).then().statusCode(404);
    }

    @Test
    void a_community_that_came_later_gets_a_supplement_that_names_the_first() {
        Town town = towns.build();
        int year = TODAY.getYear();
        String first = commit(town.city(), Map.of("fiscalYear", year)).path("id");
        commit(town.city(), Map.of("fiscalYear", year, "supplements", first))
                .then()
                .statusCode(422)
                .body("code", equalTo("nothing-to-allocate"));
        DivisionCode late = DivisionCode.of(town.community().value().substring(0, 9) + "077");
        towns.hear(new Division(
                late,
                "新社区",
                DivisionLevel.COMMUNITY,
                "URBAN_COMMUNITY",
                town.street(),
                LocalDate.of(year, 2, 1),
                null));
        commit(town.city(), Map.of("fiscalYear", year, "supplements", first))
                .then()
                .statusCode(201)
                .body("supplements", equalTo(first))
                .body("units[0].communities.community", contains(late.value()))
                .body("totals.entitlements", equalTo("55000.00"));
        finance(town.city())
                .get("/v1/annual-allocations?fiscalYear=" + year)
                .then()
                .body("findAll { it.city == '%s' }.size()".formatted(town.city()), equalTo(2));
    }

    @Test
    void weights_that_attribute_nothing_or_name_strangers_are_refused() {
        Town town = towns.build();
        preview(
                        town.city(),
                        Map.of(
                                "fiscalYear",
                                2026,
                                "weights",
                                List.of(weight(town, 0, 0), weight(town, 1, 0), weight(town, 2, 0))))
                .then()
                .statusCode(422)
                .body("code", equalTo("weights-of-unit-all-zero"))
                .body("figures.pool", equalTo("90000.00"));
        preview(
                        town.city(),
                        Map.of(
                                "fiscalYear",
                                2026,
                                "weights",
                                List.of(Map.of("community", "999999999999", "weight", 1))))
                .then()
                .statusCode(422)
                .body("code", equalTo("weight-of-ineligible"));
        preview(town.city(), Map.of("fiscalYear", 2026, "weights", List.of(weight(town, 0, 1), weight(town, 0, 1))))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("weights[1].community"));
    }

    @Test
    void only_the_citys_finance_allocates() {
        Town town = towns.build();
        once(finance(town.district()))
                .body(Map.of("fiscalYear", 2026))
                .post("/v1/annual-allocations")
                .then()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
        once(as("auditor", Roles.AUDITOR, town.city()))
                .body(Map.of("fiscalYear", 2026))
                .post("/v1/annual-allocations")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
    }

    @Test
    void many_who_commit_at_once_allocate_the_year_once() throws Exception {
        Town town = towns.build();
        Callable<Integer> call =
                () -> commit(town.city(), Map.of("fiscalYear", 2024)).statusCode();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers =
                    clients.invokeAll(IntStream.range(0, 6).mapToObj(i -> call).toList());
            assertThat(answers)
                    .extracting(Future::resultNow)
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
        }
    }

    private static Map<String, Object> weight(Town town, int community, int weight) {
        return Map.of("community", town.communities().get(community), "weight", weight);
    }

    private static int owed(DivisionCode city, String allocation) {
        int count = 0;
        String cursor = "";
        do {
            Response page =
                    finance(city).get("/v1/obligations?limit=200&allocation=" + allocation + "&cursor=" + cursor);
            count += page.<List<?>>path("items").size();
            cursor = page.path("next");
        } while (cursor != null);
        return count;
    }
}
