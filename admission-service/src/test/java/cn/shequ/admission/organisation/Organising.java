package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.person;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Jdbi;

/** Organisations of Erdao district, each under a name of its own, and the offices that decide on them. */
final class Organising {

    static final String ERDAO = "220105000000";
    static final String DONGSHENG = "220105001000";
    static final String JILIN = "220105002000";
    static final String COMMUNITY = "220105001002";
    static final String NEXT_DOOR = "220105001003";

    private Organising() {}

    static void erdao(TerritoryRecord territory) {
        put(territory, ERDAO, "二道区", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY);
        put(territory, DONGSHENG, "东盛街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", ERDAO);
        put(territory, JILIN, "吉林街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", ERDAO);
        put(territory, COMMUNITY, "公平社区", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", DONGSHENG);
        put(territory, NEXT_DOOR, "东站社区", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", DONGSHENG);
    }

    private static void put(
            TerritoryRecord territory, String code, String name, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code), name, level, kind, DivisionCode.of(parent), LocalDate.of(2011, 1, 1), null));
    }

    static RequestSpecification community() {
        return as(Roles.COMMUNITY_OFFICER, COMMUNITY);
    }

    static RequestSpecification subdistrict() {
        return as(Roles.SUBDISTRICT_OFFICER, DONGSHENG);
    }

    static RequestSpecification district() {
        return as(Roles.CIVIL_AFFAIRS_OFFICER, ERDAO);
    }

    static String aName() {
        return "演示组织" + UUID.randomUUID();
    }

    /** A made-up credit code of a social organisation, valid by its check character only. */
    static String aCreditCode() {
        String first = "52220105M" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
        return first + CreditCode.checkCharacter(first);
    }

    static Map<String, Object> association(String track, int individuals, int institutions, String capital) {
        return new HashMap<>(Map.of(
                "community",
                COMMUNITY,
                "nameZh",
                aName(),
                "kind",
                "SOCIAL_ASSOCIATION",
                "category",
                "CULTURE_AND_SPORTS",
                "track",
                track,
                "individualMembers",
                individuals,
                "institutionalMembers",
                institutions,
                "capital",
                capital,
                "head",
                person("head"),
                "verticallyManaged",
                false));
    }

    static Response apply(Map<String, Object> organisation) {
        return community().body(organisation).post("/v1/organisations");
    }

    static String anApplication(Map<String, Object> organisation) {
        return apply(organisation).then().statusCode(201).extract().path("id");
    }

    /** One that can be registered as it is. */
    static String anApplication() {
        return anApplication(association("REGISTERED", 20, 0, "5000.00"));
    }

    static Response file(String id) {
        return subdistrict().post("/v1/organisations/" + id + "/filing");
    }

    static Response register(String id) {
        return register(id, aCreditCode());
    }

    static Response register(String id, String creditCode) {
        return district().body(Map.of("creditCode", creditCode)).post("/v1/organisations/" + id + "/registration");
    }

    static Response decline(RequestSpecification authority, String id) {
        return authority.body(Map.of("reason", "章程不完整")).post("/v1/organisations/" + id + "/declination");
    }

    static Response revise(String id, int individuals, int institutions, String capital) {
        return revise("*", id, individuals, institutions, capital);
    }

    static Response revise(String version, String id, int individuals, int institutions, String capital) {
        return community()
                .header("If-Match", version)
                .body(Map.of(
                        "individualMembers", individuals, "institutionalMembers", institutions, "capital", capital))
                .post("/v1/organisations/" + id + "/figures");
    }

    /** From today on, for a year. */
    static Map<String, Object> terms(String venueFee) {
        return new HashMap<>(Map.of(
                "base",
                "东盛街道社会组织孵化基地",
                "venueFee",
                venueFee,
                "support",
                "场地、财务辅导",
                "startsOn",
                TODAY.toString(),
                "endsOn",
                TODAY.plusYears(1).toString()));
    }

    static Response takeIn(String id) {
        return subdistrict().body(terms("0.00")).post("/v1/organisations/" + id + "/incubation");
    }

    /** The incubation of an organisation was over yesterday. */
    static void itsTermIsOver(String id) {
        asOwner("UPDATE organisation_incubation SET starts_on = '" + TODAY.minusYears(1) + "', ends_on = '"
                + TODAY.minusDays(1) + "' WHERE organisation_id = '" + id + "'");
    }

    static String aFiled() {
        String id = anApplication(association("FILED", 3, 0, "0.00"));
        file(id).then().statusCode(200);
        return id;
    }

    static String aRegistered(String creditCode) {
        String id = anApplication();
        register(id, creditCode).then().statusCode(200);
        return id;
    }

    static Map<String, Object> act(String kind, String organisation, String... participants) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "organisation",
                organisation,
                "participants",
                List.of(participants),
                "grounds",
                "未按章程开展活动"));
    }

    static Response supervise(RequestSpecification authority, Map<String, Object> act) {
        return authority.body(act).post("/v1/supervision-actions");
    }

    static String rectification(String organisation) {
        Map<String, Object> act = act("RECTIFICATION", organisation);
        act.put("dueOn", TODAY.toString());
        return supervise(subdistrict(), act)
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .extract()
                .path("id");
    }

    static Response conclude(RequestSpecification authority, String action) {
        return authority.body(Map.of("result", "复查合格")).post("/v1/supervision-actions/" + action + "/conclusion");
    }

    static Map<String, Object> aCase(String name) {
        return new HashMap<>(Map.of(
                "kind",
                "ILLEGAL_ORGANISATION",
                "body",
                Map.of("community", COMMUNITY, "name", name),
                "participants",
                List.of(),
                "grounds",
                "未登记开展活动"));
    }

    /** What was written to the event log about a subject, in this order. */
    static List<String> told(Jdbi jdbi, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT type || ' ' || data FROM event_outbox WHERE subject = :subject ORDER BY id")
                .bind("subject", subject)
                .mapTo(String.class)
                .list());
    }
}
