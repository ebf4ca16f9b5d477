package cn.shequ.admission;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.memory.Stamps;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.TestInfrastructure;
import cn.shequ.localstack.Tokens;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small city with its leading groups, and the way of an application through them, as the tests need them. */
public final class Given {

    public static final String CITY = "220100000000";
    public static final String DISTRICT = "220102000000";
    public static final String SUBDISTRICT = "220102001000";
    public static final String COMMUNITY = "220102001001";
    public static final String COMMUNITY_2 = "220102001002";
    public static final String NEIGHBOUR = "220103000000";
    public static final String NEIGHBOUR_SUBDISTRICT = "220103002000";
    public static final String NEIGHBOUR_COMMUNITY = "220103002001";

    /** Five members vote; the majority is three. */
    public static final int MEMBERS = 5;

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** A test that sends a key, a content type or a language of its own replaces the one that every request gets. */
    private static final RestAssuredConfig REPLACING = RestAssuredConfig.config()
            .headerConfig(HeaderConfig.headerConfig()
                    .overwriteHeadersWithName("Idempotency-Key", "Content-Type", "Accept-Language"));

    private Given() {}

    public static void theCity(TerritoryRecord territory) {
        LocalDate from = LocalDate.of(2011, 1, 1);
        put(territory, CITY, "长春市", DivisionLevel.CITY, "PREFECTURE_LEVEL_CITY", null, from);
        put(territory, DISTRICT, "南关区", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY, from);
        put(territory, NEIGHBOUR, "宽城区", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY, from);
        put(territory, SUBDISTRICT, "南岭街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT, from);
        put(territory, NEIGHBOUR_SUBDISTRICT, "站前街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", NEIGHBOUR, from);
        put(territory, COMMUNITY, "华阳社区", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", SUBDISTRICT, from);
        put(territory, COMMUNITY_2, "恒安社区", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", SUBDISTRICT, from);
        put(
                territory,
                NEIGHBOUR_COMMUNITY,
                "长江路社区",
                DivisionLevel.COMMUNITY,
                "URBAN_COMMUNITY",
                NEIGHBOUR_SUBDISTRICT,
                from);
        List.of(CITY, DISTRICT, NEIGHBOUR).forEach(Given::aLeadingGroup);
    }

    private static void put(
            TerritoryRecord territory,
            String code,
            String name,
            DivisionLevel level,
            String kind,
            @Nullable String parent,
            LocalDate from) {
        territory.put(new Division(
                DivisionCode.of(code), name, level, kind, parent == null ? null : DivisionCode.of(parent), from, null));
    }

    /** A made-up credit code, valid by its check character only. */
    public static String aCreditCode() {
        String first = "11220102" + ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
        return first + CreditCode.checkCharacter(first);
    }

    public static UUID person(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static UUID member(int number, String division) {
        return person("member-" + number + "-" + division);
    }

    public static UUID leader(String division) {
        return person("leader-" + division);
    }

    public static RequestSpecification as(String role, String division) {
        return as(person(role + "-" + division), role, division, null);
    }

    public static RequestSpecification as(UUID person, String role, String division, @Nullable String department) {
        return given().config(REPLACING)
                .auth()
                .oauth2(Tokens.of(person.toString(), List.of(role), division, department))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID());
    }

    public static RequestSpecification officerOf(String department, String division) {
        return as(person("officer-" + department), Roles.DEPARTMENT_OFFICER, division, department);
    }

    public static RequestSpecification office(String division) {
        return as(Roles.LEADING_GROUP_OFFICE, division);
    }

    /** Registers a body of the division's own level. */
    public static String aDepartmentOf(String division) {
        String code = aCreditCode();
        String level = division.equals(CITY) ? "CITY" : "COUNTY_LEVEL";
        as(Roles.CIVIL_AFFAIRS_OFFICER, division)
                .body(Map.of(
                        "creditCode",
                        code,
                        "division",
                        division,
                        "nameZh",
                        "卫生健康局（演示）",
                        "category",
                        "COOPERATING_DEPARTMENT",
                        "affiliationLevel",
                        level))
                .post("/v1/departments")
                .then()
                .statusCode(201);
        return code;
    }

    /** With somebody responsible at whichever level the division is. */
    public static Map<String, Object> composition(String division, String host) {
        return Map.of(
                "hostDepartment",
                host,
                "principalLeader",
                leader(division),
                "firstResponsible",
                Map.of("person", person("secretary-" + division), "termFrom", "2026-01-01"),
                "directlyResponsible",
                Map.of("person", person("secretary-" + division), "termFrom", "2026-01-01"),
                "validFrom",
                "2026-01-01",
                "members",
                IntStream.rangeClosed(1, MEMBERS)
                        .mapToObj(number -> Map.of("person", member(number, division), "termFrom", "2026-01-01"))
                        .toList());
    }

    /** One per division; later tests find the one of the first. */
    public static void aLeadingGroup(String division) {
        List<Object> present = office(division)
                .get("/v1/leading-groups?limit=200")
                .path("items.findAll { it.division == '" + division + "' }");
        if (present.isEmpty()) {
            office(division)
                    .body(Map.of("division", division, "composition", composition(division, aDepartmentOf(division))))
                    .post("/v1/leading-groups")
                    .then()
                    .statusCode(201);
        }
    }

    public static Map<String, Object> funding(int year, String workingFunds) {
        return new LinkedHashMap<>(Map.of(
                "fundingYear",
                year,
                "workingFunds",
                workingFunds,
                "labourFees",
                "0.00",
                "conditions",
                "0.00",
                "payBy",
                TODAY.plusDays(10).toString()));
    }

    /** A complete form for a task that is valid from today to the end of the year. */
    public static Map<String, Object> aForm(String department, String... communities) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("title", "老年人健康体检登记");
        form.put("domain", "PUBLIC_HEALTH");
        form.put("legalBasis", "基本公共卫生服务规范");
        form.put("communities", List.of(communities));
        form.put("content", "通知并登记");
        form.put("objects", "65岁及以上常住居民");
        form.put("authority", "登记、通知，不得收费");
        form.put("validFrom", TODAY.toString());
        form.put("validTo", LocalDate.of(TODAY.getYear(), 12, 31).toString());
        form.put("workload", "每年120小时");
        form.put("payer", department);
        form.put("fundingBasis", "120小时×25元");
        form.put("funding", new ArrayList<>(List.of(funding(TODAY.getYear(), "3000.00"))));
        return form;
    }

    public static Response draft(String department, String division, Map<String, Object> form) {
        return officerOf(department, division).body(form).post("/v1/task-applications");
    }

    public static String aDraft(String department, String division, Map<String, Object> form) {
        return draft(department, division, form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response submit(String department, String division, String id) {
        return officerOf(department, division).post("/v1/task-applications/" + id + "/submission");
    }

    public static String aSubmitted(String department, String division, Map<String, Object> form) {
        String id = aDraft(department, division, form);
        submit(department, division, id).then().statusCode(200);
        return id;
    }

    public static String anAccepted(String department, String division, Map<String, Object> form) {
        String id = aSubmitted(department, division, form);
        office(division)
                .post("/v1/task-applications/" + id + "/acceptance")
                .then()
                .statusCode(200);
        return id;
    }

    public static Response vote(String id, int number, String division, String ballot) {
        return as(member(number, division), Roles.LEADING_GROUP_MEMBER, division, null)
                .body(Map.of("ballot", ballot))
                .post("/v1/task-applications/" + id + "/votes");
    }

    public static String aDecided(String department, String division, Map<String, Object> form) {
        String id = anAccepted(department, division, form);
        for (int number = 1; number <= MEMBERS / 2 + 1; number++) {
            vote(id, number, division, "FOR").then().statusCode(200);
        }
        return id;
    }

    public static Response sign(String id, String division) {
        return as(leader(division), Roles.PRINCIPAL_LEADER, division, null)
                .post("/v1/task-applications/" + id + "/signature");
    }

    public static String aSigned(String department, String division, Map<String, Object> form) {
        String id = aDecided(department, division, form);
        sign(id, division).then().statusCode(200);
        return id;
    }

    /**
     * Changes what the running service may not: as if something had been done on another day. Returns when the service has
     * heard of it, as of what another process of it changes.
     */
    public static void asOwner(String sql) {
        try (Connection owner =
                        TestInfrastructure.addresses().requireDatabases().asOwner("admission");
                Statement statement = owner.createStatement()) {
            if (statement.executeUpdate(sql) != 1) {
                throw new IllegalStateException("not one row: " + sql);
            }
            awaitHeard(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What is said on a channel is heard in the order in which it was committed. */
    private static void awaitHeard(Statement other) throws SQLException {
        Stamps stamps = CDI.current().select(Stamps.class).get();
        String word = UUID.randomUUID().toString();
        long before = stamps.of(word);
        other.execute("SELECT pg_notify('changed', '" + word + "')");
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(5)).until(() -> stamps.of(word) != before);
    }

    public static Response check(String department, String community, String matter) {
        return as(Roles.SYSTEM_INTEGRATOR, CITY)
                .queryParam("department", department)
                .queryParam("community", community)
                .queryParam("matter", matter)
                .get("/v1/admission-checks");
    }
}
