package cn.shequ.kit.probe;

import static cn.shequ.kit.probe.ProbeService.CITY;
import static cn.shequ.kit.probe.ProbeService.DISTRICT;
import static cn.shequ.kit.probe.ProbeService.NEIGHBOUR;
import static cn.shequ.kit.probe.ProbeService.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import cn.shequ.localstack.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class TrailComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    Jdbi jdbi;

    private final String path = "/v1/probes/" + UUID.randomUUID();

    @BeforeEach
    void settle() {
        ProbeService.settle(territory);
    }

    @Test
    void whatACallerReadOrWasRefusedIsFoundByAnAuditorOfTheTerritory() {
        as(Roles.FINANCE_OFFICER, DISTRICT).get(path).then().statusCode(404);
        as(Roles.RESIDENT, DISTRICT).get(path).then().statusCode(403);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(CITY)).hasSize(2));
        assertThat(as(Roles.AUDITOR, CITY)
                        .get("/v1/audit-trail?resource=" + path)
                        .<List<String>>path("items.problem"))
                .containsExactlyInAnyOrder("not-found", "forbidden-role");
        assertThat(entries(NEIGHBOUR)).isEmpty();
    }

    @Test
    void whoHasNoDivisionOrOneThatNobodyKnowsIsFoundByTheAuditorOfAll() {
        for (String division : List.of("", "990000000000")) {
            given().auth()
                    .oauth2(Tokens.of(
                            "somebody", List.of(Roles.FINANCE_OFFICER), division.isEmpty() ? null : division, null))
                    .get(path)
                    .then()
                    .statusCode(404);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(CITY)).hasSize(2));
        assertThat(entries(DISTRICT)).isEmpty();
        assertThat(entries(NEIGHBOUR)).isEmpty();
        for (String division : List.of("", "990000000000")) {
            given().auth()
                    .oauth2(Tokens.of("auditor", List.of(Roles.AUDITOR), division.isEmpty() ? null : division, null))
                    .get("/v1/audit-trail?resource=" + path)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void whateverStandsInAPathIsWrittenAndKeepsNothingElseFromIt() {
        for (String odd : List.of("%00", "%22%2C%5C.%0A%5C.", "%ED%A0%80", "a'%3B--", "%E7%A4%BE%E5%8C%BA")) {
            as(Roles.FINANCE_OFFICER, DISTRICT)
                    .urlEncodingEnabled(false)
                    .get("/v1/probes/" + odd)
                    .then()
                    .statusCode(404);
        }
        as(Roles.FINANCE_OFFICER, DISTRICT).get(path).then().statusCode(404);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(CITY)).hasSize(1));
        int inChinese = jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM audit_trail WHERE resource LIKE '/v1/probes/%社区'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(inChinese).isPositive();
    }

    @Test
    void whatIsReadAgainAndAgainIsCountedAndNothingOfItIsLost() {
        String reader = "reader-" + UUID.randomUUID();
        String token = Tokens.of(reader, List.of(Roles.FINANCE_OFFICER), DISTRICT.value(), null);
        for (int i = 0; i < 300; i++) {
            given().auth().oauth2(token).get("/v1/probes").then().statusCode(200);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(ofReader("coalesce(sum(times), 0)", reader)).isEqualTo(300));
        assertThat(ofReader("count(*) FILTER (WHERE times > 1)", reader)).isPositive();
    }

    @Test
    void ofWhatWasRefusedThereIsAnEntryEach() {
        for (int i = 0; i < 20; i++) {
            as(Roles.FINANCE_OFFICER, DISTRICT).get(path).then().statusCode(404);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(CITY)).hasSize(20));
    }

    @Test
    void aCallerWithMoreThanFitsKeepsNothingElseFromIt() {
        List<String> roles = new ArrayList<>(List.of(Roles.FINANCE_OFFICER));
        IntStream.range(0, 40).forEach(number -> roles.add("a-role-of-some-other-system-" + number));
        given().auth()
                .oauth2(Tokens.of("s".repeat(300), roles, DISTRICT.value(), null))
                .get(path)
                .then()
                .statusCode(404);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(CITY)).hasSize(1));
    }

    private int ofReader(String figure, String subject) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT " + figure + " FROM audit_trail WHERE subject = :subject")
                        .bind("subject", subject)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void itIsSearchedByDaysAndByWhatWasRefused() {
        as(Roles.FINANCE_OFFICER, DISTRICT).get(path).then().statusCode(404);
        as(Roles.RESIDENT, DISTRICT).get(path).then().statusCode(403);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(CITY)).hasSize(2));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        assertThat(problems("&problem=not-found")).containsExactly("not-found");
        assertThat(problems("&problem=no-such-code")).isEmpty();
        assertThat(problems("&from=" + today.minusDays(1) + "&to=" + today)).hasSize(2);
        assertThat(problems("&from=" + today.minusDays(1))).hasSize(2);
        assertThat(problems("&to=" + today.plusDays(1))).hasSize(2);
        assertThat(problems("&from=" + today.plusDays(2))).isEmpty();
        assertThat(problems("&to=" + today.minusDays(2))).isEmpty();
        as(Roles.AUDITOR, CITY)
                .get("/v1/audit-trail?from=" + today + "&to=" + today.minusDays(1))
                .then()
                .statusCode(400)
                .body("errors.field", contains("to"));
        as(Roles.AUDITOR, CITY).get("/v1/audit-trail?from=yesterday").then().statusCode(400);
        as(Roles.AUDITOR, CITY)
                .get("/v1/audit-trail?from=3000-01-01&to=2010-12-31")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("from", "to"));
    }

    @Test
    void itIsSearchedByOperationAsItsDocumentNamesIt() {
        as(Roles.FINANCE_OFFICER, DISTRICT).get(path).then().statusCode(404);
        as(Roles.FINANCE_OFFICER, DISTRICT)
                .body(ProbeService.probe("renamed", "20"))
                .put(path + "/name")
                .then()
                .statusCode(404);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(CITY)).hasSize(1));

        assertThat(found("operation=readProbe&resource=" + path, "operation")).containsExactly("GET readProbe");
        assertThat(found("operation=rename&resource=" + path, "operation")).isEmpty();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(found("operation=rename&resource=" + path + "/name", "operation"))
                        .containsExactly("PUT rename"));
        for (String unknown : List.of("read", "readprobe", "GET", "GET readProbe", "%")) {
            as(Roles.AUDITOR, CITY)
                    .queryParam("operation", unknown)
                    .queryParam("resource", path)
                    .get("/v1/audit-trail")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void itIsSearchedByARoleThatTheCallerHadAloneOrAmongOthers() {
        askAs(Roles.FINANCE_OFFICER);
        askAs(Roles.RESIDENT);
        askAs(Roles.FINANCE_OFFICER, Roles.SUBDISTRICT_ACCOUNTANT);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(CITY)).hasSize(3));

        String here = "&resource=" + path;
        assertThat(found("role=resident" + here, "roles")).containsExactly("resident");
        assertThat(found("role=finance-officer" + here, "roles"))
                .containsExactlyInAnyOrder("finance-officer", "finance-officer subdistrict-accountant");
        assertThat(found("role=subdistrict-accountant&operation=readProbe&problem=not-found" + here, "roles"))
                .containsExactly("finance-officer subdistrict-accountant");
        assertThat(found("role=subdistrict-accountant&problem=forbidden-role" + here, "roles"))
                .isEmpty();
        for (String unknown : List.of("finance", "finance-officer subdistrict-accountant", "%")) {
            as(Roles.AUDITOR, CITY)
                    .queryParam("role", unknown)
                    .queryParam("resource", path)
                    .get("/v1/audit-trail")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        assertThat(as(Roles.AUDITOR, NEIGHBOUR)
                        .get("/v1/audit-trail?role=resident" + here)
                        .<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherAlsoWhereARoleIsSearchedFor() {
        for (int number = 0; number < 5; number++) {
            askAs(number % 2 == 0 ? Roles.RESIDENT : Roles.FINANCE_OFFICER);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(CITY)).hasSize(5));
        String search = "/v1/audit-trail?limit=2&role=resident&resource=" + path;
        Response first = as(Roles.AUDITOR, CITY).get(search);
        assertThat(first.<List<String>>path("items.roles")).containsExactly("resident", "resident");
        Response second = as(Roles.AUDITOR, CITY).get(search + "&cursor=" + first.path("next"));
        assertThat(second.<List<String>>path("items.roles")).containsExactly("resident");
        assertThat(second.<String>path("next")).isNull();
    }

    private void askAs(String... roles) {
        given().auth()
                .oauth2(Tokens.of("asker", List.of(roles), DISTRICT.value(), null))
                .get(path);
    }

    private static List<String> found(String filter, String field) {
        return as(Roles.AUDITOR, CITY)
                .get("/v1/audit-trail?" + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items." + field);
    }

    @Test
    void aDayBeginsAndEndsAtMidnightInTheCity() {
        LocalDate day = LocalDate.of(2019, 5, 4);
        note(day.minusDays(1).atTime(23, 59, 59), "before");
        note(day.atStartOfDay(), "first");
        note(day.atTime(23, 59, 59), "last");
        note(day.plusDays(1).atStartOfDay(), "after");

        assertThat(problems("&from=" + day + "&to=" + day)).containsExactly("first", "last");
        assertThat(problems("&from=" + day)).containsExactly("first", "last", "after");
        assertThat(problems("&to=" + day)).containsExactly("before", "first", "last");
        Response page =
                as(Roles.AUDITOR, CITY).get("/v1/audit-trail?limit=1&resource=" + path + "&from=" + day + "&to=" + day);
        assertThat(page.<List<String>>path("items.problem")).containsExactly("first");
        assertThat(problems("&from=" + day + "&to=" + day + "&cursor=" + page.path("next")))
                .containsExactly("last");
    }

    private void note(LocalDateTime at, String problem) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO audit_trail (at, subject, client, roles, division, operation, resource, status, problem)"
                        + " VALUES (?, 'x', 'x', 'x', ?, 'GET x', ?, 404, ?)",
                at.atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime(),
                DISTRICT.value(),
                path,
                problem));
    }

    private List<String> problems(String filter) {
        return as(Roles.AUDITOR, CITY)
                .get("/v1/audit-trail?resource=" + path + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items.problem");
    }

    @Test
    void onlyAnAuditorSearchesIt() {
        as(Roles.PLATFORM_ADMIN, CITY).get("/v1/audit-trail").then().statusCode(403);
    }

    @Test
    void theServiceItselfCannotChangeIt() {
        for (String sql :
                List.of("UPDATE audit_trail SET status = 200", "DELETE FROM audit_trail", "TRUNCATE audit_trail")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
                    .hasMessageContaining("permission denied");
        }
    }

    private List<Object> entries(DivisionCode division) {
        return as(Roles.AUDITOR, division)
                .get("/v1/audit-trail?resource=" + path)
                .path("items");
    }
}
