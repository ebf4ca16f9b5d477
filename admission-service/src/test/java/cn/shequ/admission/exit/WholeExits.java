package cn.shequ.admission.exit;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.aSubmitted;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.funding;
import static cn.shequ.admission.Given.member;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.sign;

import cn.shequ.admission.Given;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A district of its own with three communities in two subdistricts, where tasks leave with their whole application. */
final class WholeExits {

    static final String COUNTY = "220183000000";
    static final String NORTH = "220183001000";
    static final String SOUTH = "220183002000";
    static final String FIRST = "220183001001";
    static final String SECOND = "220183001002";
    static final String THIRD = "220183002001";

    private WholeExits() {}

    static void aCounty(TerritoryRecord territory) {
        Given.theCity(territory);
        put(territory, COUNTY, DivisionLevel.COUNTY_LEVEL, "COUNTY_LEVEL_CITY", CITY);
        put(territory, NORTH, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", COUNTY);
        put(territory, SOUTH, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", COUNTY);
        put(territory, FIRST, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", NORTH);
        put(territory, SECOND, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", NORTH);
        put(territory, THIRD, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", SOUTH);
        Given.aLeadingGroup(COUNTY);
    }

    private static void put(TerritoryRecord territory, String code, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code), code, level, kind, DivisionCode.of(parent), LocalDate.of(2011, 1, 1), null));
    }

    /** A task in all three communities, which costs nothing; its application. */
    static String anApplication(String department) {
        return aSigned(department, COUNTY, free(department));
    }

    /** The same of the body that hosts the group: the next level up decides on its applications as well. */
    static String anApplicationOfTheHost(String host) {
        String id = aSubmitted(host, COUNTY, free(host));
        office(CITY).post("/v1/task-applications/" + id + "/acceptance").then().statusCode(200);
        for (int number = 1; number <= 3; number++) {
            Given.vote(id, number, CITY, "FOR").then().statusCode(200);
        }
        sign(id, CITY).then().statusCode(200);
        return id;
    }

    /** The same, but that the third community waits for its funds. */
    static String anApplicationThatIsNotPaidForInTheThird(String department) {
        Map<String, Object> form = free(department);
        Map<String, Object> third = funding(TODAY.getYear(), "100.00");
        third.put("community", THIRD);
        form.put("funding", new ArrayList<>(List.of(funding(TODAY.getYear(), "0.00"), third)));
        return aSigned(department, COUNTY, form);
    }

    private static Map<String, Object> free(String department) {
        Map<String, Object> form = aForm(department, FIRST, SECOND, THIRD);
        form.put("funding", new ArrayList<>(List.of(funding(TODAY.getYear(), "0.00"))));
        form.put("noFundsReason", "不增加工作量");
        return form;
    }

    static String placement(String department, String application, String community) {
        return officerOf(department, COUNTY)
                .get("/v1/task-applications/" + application + "/placements")
                .path("items.find { it.community == '" + community + "' }.id");
    }

    static RequestSpecification community(String code) {
        return as(Roles.COMMUNITY_OFFICER, code);
    }

    static Response propose(RequestSpecification by, String application) {
        return by.body(Map.of("application", application, "effect", "各社区参加者均不足一成"))
                .post("/v1/exit-proposals");
    }

    static String aProposal(String department, String application) {
        return propose(officerOf(department, COUNTY), application)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Ten ballots, of which so many reject the task. */
    static Response assess(String community, String id, int rejecting) {
        return Exits.assess(community(community), id, 10, rejecting);
    }

    static Response state(String community, String id) {
        return Exits.state(community(community), id, "AGREES");
    }

    static Response vote(int number, String id) {
        return as(member(number, COUNTY), Roles.LEADING_GROUP_MEMBER, COUNTY, null)
                .body(Map.of("ballot", "FOR"))
                .post("/v1/exit-proposals/" + id + "/votes");
    }

    /** Proposed by the department, rejected in two communities, with the position of all three: the group's turn. */
    static String aReady(String department, String application) {
        String id = aProposal(department, application);
        assess(FIRST, id, 9).then().statusCode(200);
        assess(SECOND, id, 5).then().statusCode(200);
        for (String each : List.of(FIRST, SECOND, THIRD)) {
            state(each, id).then().statusCode(200);
        }
        return id;
    }

    static String aDepartment() {
        return aDepartmentOf(COUNTY);
    }
}
