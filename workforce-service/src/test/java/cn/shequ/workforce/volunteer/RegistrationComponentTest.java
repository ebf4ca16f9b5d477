package cn.shequ.workforce.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.localstack.Tokens;
import cn.shequ.workforce.Given;
import cn.shequ.workforce.WithSuite;
import cn.shequ.workforce.citizen.TestNumbers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSuite
@Tag("art-19")
class RegistrationComponentTest {

    @Inject
    Given given;

    @Inject
    Jdbi jdbi;

    private DivisionCode community;

    @BeforeEach
    void aCommunity() {
        community = given.aCommunity();
    }

    @Test
    void somebody_registers_and_one_event_says_so_without_saying_who() {
        UUID id = UUID.randomUUID();
        APerson.grownUp()
                .in(community)
                .with("id", id)
                .registers()
                .statusCode(201)
                .header("Location", containsString("/v1/volunteers/me"))
                .body("id", equalTo(id.toString()))
                .body("community", equalTo(community.value()))
                .body("category", equalTo("TEACHER"))
                .body("registeredOn", notNullValue())
                .body("size()", equalTo(4));
        assertThat(events(id))
                .singleElement()
                .asString()
                .contains("\"volunteer\"")
                .doesNotContain("小梅", "1381234");
    }

    @Test
    void the_service_makes_an_id_where_the_phone_made_none() {
        APerson.grownUp().in(community).registers().statusCode(201).body("id", notNullValue());
    }

    @Test
    void the_same_request_again_gets_the_same_answer_and_has_one_effect() {
        APerson person = APerson.grownUp().in(community);
        String first = person.registers("once").statusCode(201).extract().asString();
        String second = person.registers("once")
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .extract()
                .asString();
        assertThat(second).isEqualTo(first);
        assertThat(registered()).isOne();
        assertThat(events(UUID.fromString(JsonPath.from(first).getString("id"))))
                .hasSize(1);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        APerson person = APerson.grownUp().in(community);
        person.registers("once").statusCode(201);
        person.with("category", "STUDENT")
                .registers("once")
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void an_account_registers_once() {
        APerson person = APerson.grownUp().in(community);
        person.registers().statusCode(201);
        person.with("identityNumber", TestNumbers.bornOn(LocalDate.of(1980, 1, 1)))
                .registers()
                .statusCode(409)
                .body("code", equalTo("already-registered"))
                .body("articles", equalTo(List.of(19)));
    }

    @Test
    void an_identity_registers_once_and_the_refusal_does_not_say_whose_it_is() {
        APerson first = APerson.grownUp().in(community);
        first.registers().statusCode(201);
        APerson again = APerson.grownUp().in(community).with("identityNumber", first.identityNumber.replace('X', 'x'));
        String refusal = again.registers()
                .statusCode(409)
                .body("code", equalTo("already-registered"))
                .extract()
                .asString();
        assertThat(refusal).doesNotContain(first.subject, "小梅", first.identityNumber, "13812345678");
        again.looks().statusCode(404);
    }

    @Test
    void of_many_who_bring_one_identity_at_the_same_moment_one_is_registered() throws Exception {
        String identity = TestNumbers.bornOn(LocalDate.of(1985, 5, 5));
        List<Callable<Integer>> phones = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(phone -> () -> APerson.grownUp()
                        .in(community)
                        .with("identityNumber", identity)
                        .registers()
                        .extract()
                        .statusCode())
                .toList();
        List<Integer> answers;
        try (var executor = Executors.newFixedThreadPool(phones.size())) {
            answers = executor.invokeAll(phones).stream().map(Future::resultNow).toList();
        }
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
        assertThat(registered()).isOne();
    }

    @Test
    void an_id_that_somebody_else_uses_is_a_conflict() {
        UUID id = UUID.randomUUID();
        APerson.grownUp().in(community).with("id", id).registers().statusCode(201);
        APerson.grownUp()
                .in(community)
                .with("id", id)
                .registers()
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }

    @Test
    void nothing_is_kept_without_consent() {
        APerson person = APerson.grownUp().in(community).with("consent", false);
        person.registers().statusCode(422).body("code", equalTo("consent-required"));
        assertThat(registered()).isZero();
    }

    @Test
    void a_minor_needs_a_guardian_who_consents() {
        LocalDate seventeen = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusYears(17);
        Map<String, Object> parent = Map.of("name", "欧阳大山", "phone", "13912345679", "consent", true);
        APerson minor = APerson.bornOn(seventeen).in(community);
        minor.registers()
                .statusCode(422)
                .body("code", equalTo("guardian-consent-required"))
                .body("figures.required", equalTo(18))
                .body("figures.actual", equalTo(17))
                .body("rule", equalTo("volunteers.age-of-own-consent@1"))
                .body("articles", equalTo(null));
        minor.with("guardian", Map.of("name", "欧阳大山", "phone", "13912345679", "consent", false))
                .registers()
                .statusCode(422)
                .body("code", equalTo("guardian-consent-required"));
        minor.with("guardian", parent).registers().statusCode(201);
        minor.looks().statusCode(200).body("guardian.name", equalTo("欧阳大山"));
    }

    @Test
    void an_adults_guardian_is_refused() {
        APerson.grownUp()
                .in(community)
                .with("guardian", Map.of("name", "欧阳大山", "phone", "13912345679", "consent", true))
                .registers()
                .statusCode(422)
                .body("code", equalTo("guardian-not-kept"));
    }

    @Test
    void every_wrong_field_is_named_at_once_and_the_identity_number_is_not_repeated() {
        String wrong = "990000199003070000";
        String answer = APerson.grownUp()
                .with("community", "22010")
                .with("name", " ")
                .with("identityNumber", wrong)
                .with("phone", "12345")
                .with("category", "HERO")
                .with("skills", List.of("FLYING"))
                .with("consent", null)
                .with("shoeSize", 43)
                .registers()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "community",
                                "name",
                                "identityNumber",
                                "phone",
                                "category",
                                "skills[0]",
                                "consent",
                                "shoeSize"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain(wrong).contains("Not a valid citizen identity number (GB 11643).");
    }

    @Test
    void the_reader_of_chinese_is_told_in_chinese() {
        APerson person = APerson.grownUp().in(community).with("identityNumber", "990000199003070000");
        person.authenticated()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "zh")
                .body(person.registration)
                .post("/v1/volunteers")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("不是有效的公民身份号码（GB 11643）。"));
    }

    @Test
    void somebody_who_is_not_born_yet_cannot_register() {
        APerson.bornOn(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2))
                .in(community)
                .registers()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("identityNumber")));
    }

    @Test
    void volunteers_register_in_a_community_that_exists() {
        APerson.grownUp()
                .with("community", "990199999999")
                .registers()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("community")))
                .body("errors.code", equalTo(List.of("unknown-division")));
        APerson.grownUp()
                .in(Given.DISTRICT)
                .registers()
                .statusCode(422)
                .body("code", equalTo("not-a-community"))
                .body("figures.actual", equalTo("COUNTY_LEVEL"));
    }

    @Test
    void a_token_that_names_a_community_binds_its_holder_to_it() {
        APerson.grownUp().residentOf(community).in(community).registers().statusCode(201);
        APerson.grownUp()
                .residentOf(given.aCommunity())
                .in(community)
                .registers()
                .statusCode(403)
                .body("code", equalTo("outside-jurisdiction"));
    }

    @Test
    void a_token_that_names_the_city_or_nothing_leaves_the_choice_free() {
        APerson.grownUp().residentOf(Given.CITY).in(community).registers().statusCode(201);
        APerson.grownUp().in(community).registers().statusCode(201);
    }

    @Test
    void only_residents_register_and_only_with_a_token() {
        APerson person = APerson.grownUp().in(community);
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "k")
                .body(person.registration)
                .post("/v1/volunteers")
                .then()
                .statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("officer", List.of("community-officer"), community.value(), null))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "k")
                .body(person.registration)
                .post("/v1/volunteers")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
    }

    @Test
    void a_request_without_a_key_is_refused() {
        APerson person = APerson.grownUp().in(community);
        person.authenticated()
                .contentType(ContentType.JSON)
                .body(person.registration)
                .post("/v1/volunteers")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
    }

    private long registered() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM volunteer WHERE community = :community")
                        .bind("community", community)
                        .mapTo(Long.class)
                        .one());
    }

    private List<String> events(UUID volunteer) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT data FROM event_outbox WHERE subject = :id")
                .bind("id", volunteer.toString())
                .mapTo(String.class)
                .list());
    }
}
