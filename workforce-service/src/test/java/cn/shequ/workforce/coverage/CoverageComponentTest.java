package cn.shequ.workforce.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.workforce.Given;
import cn.shequ.workforce.WithSuite;
import cn.shequ.workforce.volunteer.Registered;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSuite
@Tag("art-19")
class CoverageComponentTest {

    @Inject
    Given given;

    @Inject
    Registered registered;

    @Inject
    Clock clock;

    private DivisionCode subdistrict;
    private DivisionCode community;
    private LocalDate today;

    @BeforeEach
    void aCommunity() {
        today = LocalDate.now(clock);
        subdistrict = given.aSubdistrict();
        community = given.aCommunity(subdistrict, 1);
    }

    @Test
    void one_volunteer_for_ten_residents_meets_the_target_and_needs_no_token() {
        given.residents(community, 20, today, true);
        registered.volunteers(community, 2, today);
        coverage(community, null)
                .statusCode(200)
                .body("asOf", equalTo(today.toString()))
                .body("division", equalTo(community.value()))
                .body("name", equalTo("示范社区"))
                .body("volunteers", equalTo(2))
                .body("residents", equalTo(20))
                .body("percent", equalTo("10.00"))
                .body("target", equalTo("10"))
                .body("met", equalTo(true))
                .body("volunteersMissing", equalTo(0))
                .body("article", equalTo(19))
                .body("rule", equalTo("volunteers.coverage@1"))
                .body("demonstration", equalTo(true))
                .body("communitiesWithoutFigures", equalTo(0))
                .body("below.items", hasSize(0));
    }

    @Test
    void one_resident_more_misses_it_by_one_volunteer() {
        given.residents(community, 21, today, false);
        registered.volunteers(community, 2, today);
        coverage(community, null)
                .body("met", equalTo(false))
                .body("percent", equalTo("9.52"))
                .body("volunteersMissing", equalTo(1))
                .body("demonstration", equalTo(false));
    }

    @Test
    void without_known_residents_nothing_is_met_or_missed() {
        registered.volunteers(community, 1, today);
        coverage(community, null)
                .statusCode(200)
                .body("volunteers", equalTo(1))
                .body("residents", equalTo(0))
                .body("percent", nullValue())
                .body("met", nullValue())
                .body("communitiesWithoutFigures", equalTo(1));
    }

    @Test
    void a_division_is_the_sum_of_what_lies_below_it() {
        DivisionCode second = given.aCommunity(subdistrict, 2);
        DivisionCode unknown = given.aCommunity(subdistrict, 3);
        given.residents(community, 100, today, false);
        given.residents(second, 50, today, true);
        registered.volunteers(community, 4, today);
        registered.volunteers(second, 8, today);
        coverage(subdistrict, null)
                .statusCode(200)
                .body("volunteers", equalTo(12))
                .body("residents", equalTo(150))
                .body("percent", equalTo("8.00"))
                .body("demonstration", equalTo(true))
                .body("communitiesWithoutFigures", equalTo(1))
                .body("below.items.division", equalTo(List.of(community.value(), second.value(), unknown.value())))
                .body("below.items.met", equalTo(Arrays.asList(false, true, null)));
    }

    @Test
    void what_lies_below_comes_in_pages() {
        DivisionCode second = given.aCommunity(subdistrict, 2);
        String next = ask(Map.of("division", subdistrict.value(), "limit", 1))
                .body("below.items.division", equalTo(List.of(community.value())))
                .extract()
                .path("below.next");
        ask(Map.of("division", subdistrict.value(), "limit", 1, "cursor", next))
                .body("below.items.division", equalTo(List.of(second.value())))
                .body("below.next", nullValue());
    }

    @Test
    void a_day_is_measured_with_the_figures_of_that_day() {
        LocalDate lastYear = today.minusYears(1);
        given.residents(community, 10, lastYear, false);
        given.residents(community, 30, today.minusDays(1), false);
        registered.volunteers(community, 1, lastYear);
        registered.volunteers(community, 1, today);
        registered.withdrawn(community, lastYear, today);
        coverage(community, lastYear.minusDays(1))
                .body("volunteers", equalTo(0))
                .body("residents", equalTo(0));
        coverage(community, lastYear).body("volunteers", equalTo(2)).body("residents", equalTo(10));
        coverage(community, today.minusDays(1)).body("volunteers", equalTo(2)).body("residents", equalTo(30));
        coverage(community, today).body("volunteers", equalTo(2)).body("residents", equalTo(30));
    }

    @Test
    void a_corrected_figure_takes_the_place_of_the_wrong_one() {
        given.residents(community, 10, today, false);
        given.residents(community, 40, today, false);
        coverage(community, null).body("residents", equalTo(40));
    }

    @Test
    void no_figures_are_given_for_days_to_come_or_before_the_policy() {
        for (LocalDate day : List.of(today.plusDays(1), LocalDate.of(2011, 12, 13))) {
            coverage(community, day)
                    .statusCode(400)
                    .body("code", equalTo("as-of-out-of-range"))
                    .body("figures.actual", equalTo(day.toString()))
                    .body("figures.latest", equalTo(today.toString()));
        }
        coverage(community, LocalDate.of(2011, 12, 14)).statusCode(200);
    }

    @Test
    void an_unknown_division_is_not_found_and_a_missing_one_is_asked_for() {
        ask(Map.of("division", "990199999999")).statusCode(404).body("code", equalTo("not-found"));
        ask(Map.of("limit", 1)).statusCode(400).body("errors.field", equalTo(List.of("division")));
    }

    @Test
    void the_indicator_says_the_same_in_the_shape_of_all_services() {
        given.residents(community, 21, today, false);
        registered.volunteers(community, 2, today);
        List<Map<String, String>> indicators = RestAssured.given()
                .queryParam("division", community.value())
                .get("/v1/indicators")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        assertThat(indicators)
                .containsExactly(Map.of(
                        "indicator", "volunteers.coverage",
                        "division", community.value(),
                        "asOf", today.toString(),
                        "numerator", "2",
                        "denominator", "21",
                        "value", "9.52",
                        "unit", "PERCENT",
                        "target", "10",
                        "article", "19"));
    }

    @Test
    void an_indicator_of_nowhere_or_of_tomorrow_is_refused() {
        RestAssured.given()
                .queryParam("division", "990199999999")
                .get("/v1/indicators")
                .then()
                .statusCode(404);
        RestAssured.given()
                .queryParam("division", community.value())
                .queryParam("asOf", today.plusDays(1).toString())
                .get("/v1/indicators")
                .then()
                .statusCode(400)
                .body("code", equalTo("as-of-out-of-range"));
    }

    private ValidatableResponse coverage(DivisionCode division, LocalDate asOf) {
        return ask(
                asOf == null
                        ? Map.of("division", division.value())
                        : Map.of("division", division.value(), "asOf", asOf.toString()));
    }

    private static ValidatableResponse ask(Map<String, ?> question) {
        return RestAssured.given().queryParams(question).get("/v1/coverage").then();
    }
}
