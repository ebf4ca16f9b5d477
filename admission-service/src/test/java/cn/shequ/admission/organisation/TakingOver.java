package cn.shequ.admission.organisation;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.person;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The lists of Dehui and of one of its subdistricts, as they come out of spreadsheets. */
final class TakingOver {

    static final String DEHUI = "220183000000";
    static final String SHENGLI = "220183001000";
    static final String COMMUNITY = "220183001001";

    private TakingOver() {}

    static void dehui(TerritoryRecord territory) {
        put(territory, DEHUI, "德惠市", DivisionLevel.COUNTY_LEVEL, "COUNTY_LEVEL_CITY", CITY);
        put(territory, SHENGLI, "胜利街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DEHUI);
        put(territory, COMMUNITY, "德惠演示社区", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", SHENGLI);
    }

    private static void put(
            TerritoryRecord territory, String code, String name, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code), name, level, kind, DivisionCode.of(parent), LocalDate.of(2011, 1, 1), null));
    }

    static RequestSpecification district() {
        return as(Roles.CIVIL_AFFAIRS_OFFICER, DEHUI);
    }

    static RequestSpecification subdistrict() {
        return as(Roles.SUBDISTRICT_OFFICER, SHENGLI);
    }

    static String aCreditCode() {
        String first = "52220183M" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
        return first + CreditCode.checkCharacter(first);
    }

    static String aNumber() {
        return "胜利备" + UUID.randomUUID();
    }

    /** A line with its columns by name, all of them. */
    static Map<String, String> line(String track, String number) {
        Map<String, String> line = new LinkedHashMap<>();
        OrganisationLine.COLUMNS.forEach(column -> line.put(column, ""));
        line.put("number", number);
        line.put("community", COMMUNITY);
        line.put("nameZh", "演示组织" + UUID.randomUUID());
        line.put("kind", "SOCIAL_ASSOCIATION");
        line.put("category", "CULTURE_AND_SPORTS");
        line.put("track", track);
        line.put("individualMembers", "20");
        line.put("institutionalMembers", "0");
        line.put("capital", "5000.00");
        line.put("head", person("head").toString());
        line.put("verticallyManaged", "false");
        line.put("authority", "德惠市民政局（演示）");
        line.put("decidedOn", "2014-05-06");
        return line;
    }

    /** An organisation that asks to be registered in the ordinary way. */
    static String anApplication() {
        Map<String, Object> form = Organising.association("REGISTERED", 20, 0, "5000.00");
        form.put("community", COMMUNITY);
        return as(Roles.COMMUNITY_OFFICER, COMMUNITY)
                .body(form)
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @SafeVarargs
    static String table(Map<String, String>... lines) {
        return String.join(",", OrganisationLine.COLUMNS) + "\n"
                + Arrays.stream(lines)
                        .map(line -> String.join(",", line.values()) + "\n")
                        .collect(Collectors.joining());
    }

    static ValidatableResponse take(RequestSpecification caller, String csv) {
        return caller.contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/v1/organisations/imports")
                .then();
    }
}
