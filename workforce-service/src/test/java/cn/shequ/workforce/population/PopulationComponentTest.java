package cn.shequ.workforce.population;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.events.facilities.CommunityChanged;
import cn.shequ.events.facilities.DivisionChanged;
import cn.shequ.workforce.WithSuite;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSuite
@Tag("art-19")
class PopulationComponentTest {

    private static final String CITY = "980100000000";
    private static final String DISTRICT = "980102000000";
    private static final String SUBDISTRICT = "980102001000";
    private static final String COMMUNITY = "980102001001";
    private static final LocalDate BEGINNING = LocalDate.of(2011, 1, 1);

    @Test
    void territory_and_residents_that_facilities_tells_of_are_counted_here() {
        try (FacilitiesTopic facilities = new FacilitiesTopic()) {
            facilities.says(division(CITY, "CITY", "PREFECTURE_LEVEL_CITY", null));
            facilities.says(division(DISTRICT, "COUNTY_LEVEL", "URBAN_DISTRICT", CITY));
            facilities.says(division(SUBDISTRICT, "TOWNSHIP_LEVEL", "SUBDISTRICT", DISTRICT));
            facilities.says(division(COMMUNITY, "COMMUNITY", "URBAN_COMMUNITY", SUBDISTRICT));
            facilities.says(new CommunityChanged(COMMUNITY, true, 1_400, 4_200, true, BEGINNING));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> RestAssured.given()
                    .queryParam("division", CITY)
                    .get("/v1/coverage")
                    .then()
                    .statusCode(200)
                    .body("residents", equalTo(4_200))
                    .body("volunteersMissing", equalTo(420))
                    .body("demonstration", equalTo(true)));
        }
    }

    private static DivisionChanged division(String code, String level, String kind, @Nullable String parent) {
        return new DivisionChanged(code, CITY, "示范" + code, null, level, kind, parent, BEGINNING, null);
    }
}
