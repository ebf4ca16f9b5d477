package cn.shequ.admission.evaluation;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.composition;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Evaluations in subdistricts of Chaoyang, each with a leading group of its own, so that no test finds another's. */
final class Evaluating {

    static final String DISTRICT = "220104000000";

    /** Requests for it are in time whatever day it is. */
    static final int NEXT_YEAR = TODAY.getYear() + 1;

    /** The last year whose first quarter is over. */
    static final int CLOSED_YEAR = TODAY.minusMonths(3).getYear();

    /** A year in which every visit is over. */
    static final int LAST_YEAR = TODAY.getYear() - 1;

    private static final AtomicInteger SUBDISTRICTS = new AtomicInteger(100);

    private Evaluating() {}

    /** A subdistrict with two communities, and a body of its own level. */
    record Place(String division, String community, String another, String department) {

        String evaluation(int year) {
            return "/v1/unified-evaluations/" + division + "/" + year;
        }

        Response schedule(int year, LocalDate from, LocalDate to) {
            return schedule(year, from, to, "*");
        }

        Response schedule(int year, LocalDate from, LocalDate to, String version) {
            return office(division)
                    .header("If-Match", version)
                    .body(Map.of("from", from.toString(), "to", to.toString()))
                    .post(evaluation(year) + "/schedule");
        }

        Response plan(String visited, LocalDate day) {
            return office(division)
                    .body(Map.of("community", visited, "visitOn", day.toString()))
                    .post(evaluation(day.getYear()) + "/visits");
        }

        /** The whole year is open for visits, and the community is visited on the day. */
        void visited(String visited, LocalDate day) {
            int year = day.getYear();
            schedule(year, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                    .then()
                    .statusCode(200);
            plan(visited, day).then().statusCode(201);
        }
    }

    static Place aPlace(TerritoryRecord territory) {
        return aPlace(territory, DISTRICT);
    }

    /** In a district of the caller's own, where lists show nothing else. */
    static Place aPlace(TerritoryRecord territory, String district) {
        put(territory, district, DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY);
        String prefix = district.substring(0, 6) + SUBDISTRICTS.incrementAndGet();
        String division = prefix + "000";
        put(territory, division, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", district);
        put(territory, prefix + "001", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", division);
        put(territory, prefix + "002", DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", division);
        String department = aDepartment(division, "TOWNSHIP_LEVEL");
        String host = aDepartment(division, "TOWNSHIP_LEVEL");
        office(division)
                .body(Map.of("division", division, "composition", composition(division, host)))
                .post("/v1/leading-groups")
                .then()
                .statusCode(201);
        return new Place(division, prefix + "001", prefix + "002", department);
    }

    private static void put(TerritoryRecord territory, String code, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code),
                "考评" + code,
                level,
                kind,
                DivisionCode.of(parent),
                LocalDate.of(2011, 1, 1),
                null));
    }

    static String aDepartment(String division, String level) {
        return aBody(division, level, "OTHER_DEPARTMENT");
    }

    static String aBody(String division, String level, String category) {
        String code = aCreditCode();
        as(Roles.CIVIL_AFFAIRS_OFFICER, division)
                .body(Map.of(
                        "creditCode", code,
                        "division", division,
                        "nameZh", "考评单位（演示）",
                        "category", category,
                        "affiliationLevel", level))
                .post("/v1/departments")
                .then()
                .statusCode(201);
        return code;
    }

    /** Another takes the place of the body of the place. */
    static String aSuccessor(Place place) {
        String successor = aDepartment(place.division(), "TOWNSHIP_LEVEL");
        as(Roles.CIVIL_AFFAIRS_OFFICER, place.division())
                .body(Map.of("successor", successor))
                .post("/v1/departments/" + place.department() + "/succession")
                .then()
                .statusCode(200);
        return successor;
    }

    static Map<String, Object> municipalDocument() {
        return new HashMap<>(Map.of(
                "title", "关于开展基本公共卫生服务考评的通知",
                "number", "长府发〔2026〕12号",
                "issuedOn", TODAY.minusYears(3).toString(),
                "issuer", "MUNICIPAL_GOVERNMENT"));
    }

    static Map<String, Object> documentOf(String department) {
        Map<String, Object> document = municipalDocument();
        document.put("issuer", "HIGHER_LEVEL_DEPARTMENT");
        document.put("issuingDepartment", department);
        return document;
    }

    static Map<String, Object> item(int year, String title, Map<String, Object> document) {
        return Map.of("year", year, "title", title, "criteria", "建档率60分，随访记录40分", "points", 100, "document", document);
    }

    static Response request(Place place, int year, Map<String, Object> document) {
        return officerOf(place.department(), place.division())
                .body(item(year, "项目" + UUID.randomUUID(), document))
                .post("/v1/evaluation-requests");
    }

    static String aRequest(Place place) {
        return request(place, NEXT_YEAR, municipalDocument())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response vote(Place place, int number, String id, String ballot) {
        return as(member(number, place.division()), Roles.LEADING_GROUP_MEMBER, place.division(), null)
                .body(Map.of("ballot", ballot))
                .post("/v1/evaluation-requests/" + id + "/votes");
    }

    static void approve(Place place, String id) {
        for (int number = 1; number <= 3; number++) {
            vote(place, number, id, "FOR").then().statusCode(200);
        }
    }

    /** Approved for next year. */
    static String anItem(Place place) {
        String id = aRequest(place);
        approve(place, id);
        return id;
    }

    /** Approved for this year, as if it had been asked for in its first quarter. */
    static String anItemOfThisYear(Place place) {
        return anItemOf(place, TODAY.getYear());
    }

    private static String anItemOf(Place place, int year) {
        String id = aRequest(place);
        LocalDate lastDay = LocalDate.of(year, 3, 31);
        asOwner("UPDATE evaluation_request SET year = " + lastDay.getYear() + ", request_by = '" + lastDay
                + "', submitted_on = least(submitted_on, '" + lastDay + "') WHERE id = '" + id + "'");
        approve(place, id);
        return id;
    }

    /** Of last year, when the community was visited; approved today only. */
    static String anItemAfterItsVisit(Place place) {
        String id = anItemOf(place, LAST_YEAR);
        place.schedule(LAST_YEAR, LocalDate.of(LAST_YEAR, 1, 1), LocalDate.of(LAST_YEAR, 12, 31))
                .then()
                .statusCode(200);
        asOwner("INSERT INTO evaluation_visit (division, year, community, visit_on, planned_by, planned_on) VALUES ('"
                + place.division() + "', " + LAST_YEAR + ", '" + place.community() + "', '" + LAST_YEAR
                + "-05-12', 'x', '" + LAST_YEAR + "-04-01')");
        return id;
    }

    static Response result(String officer, Place place, String item, String community, Object points) {
        return result(officer, place, TODAY.getYear(), item, community, points);
    }

    static Response result(String officer, Place place, int year, String item, String community, Object points) {
        return officerOf(officer, place.division())
                .body(Map.of("item", item, "community", community, "points", points))
                .post(place.evaluation(year) + "/results");
    }

    static String aResult(Place place, String item, String community) {
        return result(place.department(), place, item, community, 92.5)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
