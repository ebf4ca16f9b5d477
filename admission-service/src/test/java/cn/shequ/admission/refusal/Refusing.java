package cn.shequ.admission.refusal;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.asOwner;
import static cn.shequ.admission.Given.leader;
import static cn.shequ.admission.Given.office;

import cn.shequ.admission.Given;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Map;

/** A county whose communities refuse, and what becomes of it. */
final class Refusing {

    static final String COUNTY = "220122000000";
    static final String TOWN = "220122001000";
    static final String COMMUNITY = "220122001001";
    static final String OTHER_TOWN = "220122002000";
    static final String OTHER_COMMUNITY = "220122002001";

    private Refusing() {}

    static void inACounty(TerritoryRecord territory) {
        Given.theCity(territory);
        put(territory, COUNTY, DivisionLevel.COUNTY_LEVEL, "COUNTY", CITY);
        put(territory, TOWN, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", COUNTY);
        put(territory, COMMUNITY, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", TOWN);
        put(territory, OTHER_TOWN, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", COUNTY);
        put(territory, OTHER_COMMUNITY, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", OTHER_TOWN);
        Given.aLeadingGroup(COUNTY);
    }

    private static void put(TerritoryRecord territory, String code, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code), code, level, kind, DivisionCode.of(parent), LocalDate.of(2011, 1, 1), null));
    }

    static String refused(String community, Map<String, String> body) {
        return as(Roles.COMMUNITY_OFFICER, community)
                .body(Map.of(
                        "community",
                        community,
                        "demandingBody",
                        body,
                        "matter",
                        "COMMUNITY_EDUCATION",
                        "demanded",
                        "要求社区每周填报统计表",
                        "grounds",
                        "NOT_ADMITTED"))
                .post("/v1/refusals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** One whose coordination began long ago and had to end on the day. */
    static String dueOn(LocalDate day, String body) {
        String id = refused(COMMUNITY, Map.of("creditCode", body));
        asOwner("UPDATE demand_refusal SET provisional = false, refused_on = '" + TODAY.minusDays(40)
                + "', coordinate_by = '" + day + "' WHERE id = '" + id + "'");
        return id;
    }

    static Response byOffice(String division, String id) {
        return office(division).body(withdrawn()).post("/v1/refusals/" + id + "/outcome");
    }

    static Response byLeader(String division, String id) {
        return as(leader(division), Roles.PRINCIPAL_LEADER, division, null)
                .body(withdrawn())
                .post("/v1/refusals/" + id + "/outcome");
    }

    static Map<String, Object> withdrawn() {
        return Map.of("outcome", "DEMAND_WITHDRAWN", "note", "书面撤回");
    }
}
