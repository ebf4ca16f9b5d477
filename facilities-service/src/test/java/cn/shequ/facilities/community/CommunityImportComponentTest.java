package cn.shequ.facilities.community;

import static cn.shequ.facilities.City.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.facilities.City;
import cn.shequ.facilities.Published;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "facilities"))
class CommunityImportComponentTest {

    private static final String HEADER = "code,urban,households,residents,demonstration\n";

    @Inject
    Published published;

    private City city;

    @BeforeEach
    void settle() {
        city = City.small();
    }

    @Test
    void figures_are_imported_marked_as_demonstration_and_published() {
        take(city.admin(), row(2140, 5600), "2026-01-01").statusCode(200).body("created", equalTo(1));
        given().get("/v1/communities/" + city.huayang() + "?on=2026-05-05")
                .then()
                .statusCode(200)
                .body("name", equalTo("华阳社区"))
                .body("parent", equalTo(city.nanling()))
                .body("count.residents", equalTo(5600))
                .body("count.asOf", equalTo("2026-01-01"))
                .body("count.demonstration", equalTo(true));
        assertThat(published.about(city, "community-changed")).singleElement().satisfies(event -> {
            assertThat(event.get("households").asInt()).isEqualTo(2140);
            assertThat(event.get("demonstration").asBoolean()).isTrue();
        });
    }

    @Test
    void nothing_is_known_of_the_people_before_the_first_count() {
        take(city.admin(), row(2140, 5600), "2026-01-01").statusCode(200);
        given().get("/v1/communities/" + city.huayang() + "?on=2025-12-31")
                .then()
                .statusCode(200)
                .body("count", nullValue());
    }

    @Test
    void a_second_import_changes_only_what_changed() {
        take(city.admin(), row(2140, 5600), "2026-01-01").statusCode(200);
        take(city.admin(), row(2140, 5600), "2026-02-01").statusCode(200).body("unchanged", equalTo(1));
        take(city.admin(), row(2140, 5601), "2026-02-01").statusCode(200).body("changed", equalTo(1));
        assertThat(published.about(city, "community-changed")).hasSize(2);
        take(city.admin(), row(2150, 5700), "2026-01-15")
                .statusCode(422)
                .body("errors[0].code", equalTo("later-version"));
    }

    @Test
    void what_is_wrong_is_named_line_by_line_and_nothing_is_taken() {
        take(
                        city.admin(),
                        row(2140, 5600) + row(1, 1) + city.nanling() + ",yes,-1,1000001,\n" + "x,true,1.5,many,false\n",
                        "2026-01-01")
                .statusCode(422)
                .body("figures.refused", equalTo(3))
                .body(
                        "errors.code",
                        hasItems(
                                "duplicate-code",
                                "unknown-community",
                                "not-yes-or-no",
                                "not-a-count",
                                "required",
                                "not-a-division-code"));
        given().get("/v1/communities/" + city.huayang()).then().body("count", nullValue());
    }

    @Test
    void a_dry_run_does_nothing() {
        take(city.admin().queryParam("dryRun", true), row(1, 1), "2026-01-01")
                .statusCode(200)
                .body("created", equalTo(1));
        assertThat(published.about(city, "community-changed")).isEmpty();
    }

    @Test
    void civil_affairs_counts_its_own_district_and_no_other() {
        take(as("civil-affairs-officer", city.nanguan()).contentType("text/csv"), row(1, 1), "2026-01-01")
                .statusCode(200);
        take(as("civil-affairs-officer", city.kuancheng()).contentType("text/csv"), row(2, 2), "2026-01-01")
                .statusCode(404);
        take(as("resident", city.huayang()).contentType("text/csv"), row(2, 2), "2026-01-01")
                .statusCode(403);
        take(given().contentType("text/csv"), row(2, 2), "2026-01-01").statusCode(401);
    }

    @Test
    void what_is_no_community_is_not_found() {
        given().get("/v1/communities/" + city.nanling()).then().statusCode(404);
        given().get("/v1/communities/" + City.unheardOf().huayang()).then().statusCode(404);
    }

    private String row(int households, int residents) {
        return "%s,true,%d,%d,true\n".formatted(city.huayang(), households, residents);
    }

    private static ValidatableResponse take(RequestSpecification caller, String rows, String asOf) {
        return caller.queryParam("asOf", asOf)
                .body(HEADER + rows)
                .post("/v1/communities/imports")
                .then();
    }
}
