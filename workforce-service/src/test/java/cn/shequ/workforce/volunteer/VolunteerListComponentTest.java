package cn.shequ.workforce.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.localstack.Tokens;
import cn.shequ.workforce.Given;
import cn.shequ.workforce.WithSuite;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithSuite
@Tag("art-19")
class VolunteerListComponentTest {

    @Inject
    Given given;

    private DivisionCode subdistrict;
    private DivisionCode community;

    @BeforeEach
    void aCommunity() {
        subdistrict = given.aSubdistrict();
        community = given.aCommunity(subdistrict, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"social-worker", "community-officer"})
    void who_works_with_volunteers_sees_them_masked(String role) {
        APerson person = APerson.grownUp().in(community);
        person.registers().statusCode(201);
        String answer = list(role, community, community)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("欧***"))
                .body("items[0].phone", equalTo("138****5678"))
                .body("items[0].minor", equalTo(false))
                .body("items[0].category", equalTo("TEACHER"))
                .body("next", nullValue())
                .extract()
                .asString();
        assertThat(answer).doesNotContain(person.identityNumber, person.subject, "小梅", "13812345678");
    }

    @Test
    void who_serves_the_subdistrict_sees_its_communities() {
        APerson.grownUp().in(community).registers().statusCode(201);
        list("social-worker", subdistrict, community).statusCode(200).body("items", hasSize(1));
    }

    @Test
    void a_neighbour_does_not_learn_that_the_list_exists() {
        DivisionCode neighbour = given.aCommunity(subdistrict, 2);
        list("social-worker", neighbour, community).statusCode(404).body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resident", "auditor", "platform-admin", "system-integrator"})
    void other_roles_do_not_see_volunteers(String role) {
        list(role, community, community).statusCode(403).body("code", equalTo("forbidden-role"));
    }

    @Test
    void nobody_sees_volunteers_without_a_token() {
        RestAssured.given()
                .queryParam("community", community.value())
                .get("/v1/volunteers")
                .then()
                .statusCode(401);
    }

    @Test
    void a_list_is_walked_page_by_page_without_gap_or_repetition() {
        for (int i = 0; i < 5; i++) {
            APerson.grownUp().in(community).registers().statusCode(201);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = request("social-worker", community)
                    .queryParam("community", community.value())
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/v1/volunteers");
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.jsonPath().getList("items.id"));
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void who_withdrew_is_not_listed() {
        APerson person = APerson.grownUp().in(community);
        person.registers().statusCode(201);
        person.withdraws().statusCode(204);
        list("social-worker", community, community).statusCode(200).body("items", hasSize(0));
    }

    @Test
    void senseless_questions_are_answered_with_what_is_wrong() {
        for (Map<String, String> senseless : List.of(
                Map.of("x", "y"),
                Map.of("community", community.value(), "limit", "0"),
                Map.of("community", community.value(), "limit", "201"),
                Map.of("community", community.value(), "cursor", "bm90IGEgdXVpZA"))) {
            request("social-worker", community)
                    .queryParams(senseless)
                    .get("/v1/volunteers")
                    .then()
                    .statusCode(400);
        }
    }

    private static ValidatableResponse list(String role, DivisionCode of, DivisionCode community) {
        return request(role, of)
                .queryParam("community", community.value())
                .get("/v1/volunteers")
                .then();
    }

    private static RequestSpecification request(String role, DivisionCode division) {
        return RestAssured.given().auth().oauth2(Tokens.of("somebody-" + role, List.of(role), division.value(), null));
    }
}
