package cn.shequ.admission.seal;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.DISTRICT;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.person;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The seal and its register in communities of their own, so that no test finds another's. */
final class Sealing {

    static final String SUBDISTRICT = "220102009000";
    static final String MATTER = "SELF_GOVERNMENT_AFFAIRS";

    private static final AtomicInteger COMMUNITIES = new AtomicInteger(100);

    private Sealing() {}

    /** A new community without a seal, in a subdistrict that no other test counts. */
    static String aCommunity(TerritoryRecord territory) {
        put(territory, SUBDISTRICT, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT);
        String code = "220102009" + COMMUNITIES.incrementAndGet();
        put(territory, code, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", SUBDISTRICT);
        return code;
    }

    private static void put(TerritoryRecord territory, String code, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code),
                "用印" + code,
                level,
                kind,
                DivisionCode.of(parent),
                LocalDate.of(2011, 1, 1),
                null));
    }

    static RequestSpecification subdistrict() {
        return as(Roles.SUBDISTRICT_OFFICER, SUBDISTRICT);
    }

    static RequestSpecification clerk(String community) {
        return as(person("clerk-" + community), Roles.COMMUNITY_OFFICER, community, null);
    }

    static RequestSpecification director(String community) {
        return as(person("director-" + community), Roles.COMMUNITY_OFFICER, community, null);
    }

    static RequestSpecification city() {
        return as(Roles.CIVIL_AFFAIRS_OFFICER, CITY);
    }

    static Response issue(String community) {
        return subdistrict()
                .body(Map.of("community", community, "custodian", person("custodian-" + community)))
                .post("/v1/seals");
    }

    static String aSeal(String community) {
        return issue(community).then().statusCode(201).extract().path("id");
    }

    /** As if it had been issued on another day. */
    static String aSealOf(String community, LocalDate issuedOn) {
        String seal = aSeal(community);
        asOwner("UPDATE seal SET issued_on = '" + issuedOn + "' WHERE id = '" + seal + "'");
        return seal;
    }

    /** The terms after whose elections a seal is still to be handed over, as somebody sees them. */
    static List<String> due(RequestSpecification who, String query) {
        return who.get("/v1/due-seal-handovers?limit=200&" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.term");
    }

    static Map<String, Object> use(String community, String matter) {
        return new HashMap<>(Map.of(
                "community",
                community,
                "matter",
                matter,
                "summary",
                "居民代表会议关于楼道照明的决定",
                "copies",
                2,
                "applicant",
                "王某某",
                "blanks",
                false));
    }

    static Response request(String community, String matter) {
        return clerk(community).body(use(community, matter)).post("/v1/seal-uses");
    }

    static String aRequest(String community) {
        return request(community, MATTER).then().statusCode(201).extract().path("id");
    }

    static Response approve(String community, String use) {
        return director(community).post("/v1/seal-uses/" + use + "/approval");
    }

    /** A matter of its own, of a kind, in force since the beginning of the year. */
    static String aMatter(String kind) {
        String code = "M" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        addMatter(code, kind).then().statusCode(201);
        return code;
    }

    static Response addMatter(String code, String kind) {
        Map<String, Object> matter = new HashMap<>(Map.of(
                "code",
                code,
                "kind",
                kind,
                "titleZh",
                "演示事项",
                "titleEn",
                "Matter for demonstration",
                "citationZh",
                "演示条例第一条",
                "citationEn",
                "Demonstration regulation, Art. 1",
                "validFrom",
                "2026-01-01"));
        if (kind.equals("CERTIFICATE")) {
            matter.put("basisKind", "LOCAL_REGULATION");
        }
        return city().body(matter).post("/v1/seal-matters");
    }
}
