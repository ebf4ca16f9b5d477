package cn.shequ.admission.award;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aCreditCode;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.person;

import cn.shequ.admission.Given;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** Nominations and awards in a district of their own. */
public final class Awarding {

    public static final String DISTRICT = "220115000000";
    public static final String SUBDISTRICT = "220115001000";

    private static final AtomicInteger SUBDISTRICTS = new AtomicInteger(300);
    private static final AtomicInteger COMMUNITIES = new AtomicInteger(100);
    private static final AtomicInteger TITLES = new AtomicInteger();

    private Awarding() {}

    /** A new community of the district, which nobody has honoured yet. */
    public static String aCommunity(TerritoryRecord territory) {
        Given.theCity(territory);
        put(territory, DISTRICT, DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY);
        put(territory, SUBDISTRICT, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT);
        aLeadingGroup();
        String code = "220115001" + COMMUNITIES.incrementAndGet();
        put(territory, code, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", SUBDISTRICT);
        return code;
    }

    /** A new subdistrict of the district, without a leading group. */
    static String aSubdistrict(TerritoryRecord territory) {
        String code = "220115" + SUBDISTRICTS.incrementAndGet() + "000";
        put(territory, code, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", DISTRICT);
        return code;
    }

    /** The only community of a subdistrict. */
    static String aCommunityIn(TerritoryRecord territory, String subdistrict) {
        String code = subdistrict.substring(0, 9) + "001";
        put(territory, code, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", subdistrict);
        return code;
    }

    /** The office of a subdistrict, registered as a body. */
    static String anOfficeOf(String subdistrict) {
        String code = aCreditCode();
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of(
                        "creditCode",
                        code,
                        "division",
                        subdistrict,
                        "nameZh",
                        "街道办事处（演示）",
                        "category",
                        "SUBDISTRICT_OFFICE",
                        "affiliationLevel",
                        "TOWNSHIP_LEVEL"))
                .post("/v1/departments")
                .then()
                .statusCode(201);
        return code;
    }

    /** Later tests find the one of the first. */
    private static void aLeadingGroup() {
        List<Object> present = office().get("/v1/leading-groups?limit=200")
                .path("items.findAll { it.division == '" + DISTRICT + "' }");
        if (present.isEmpty()) {
            office().body(Map.of(
                            "division", DISTRICT, "composition", Given.composition(DISTRICT, aDepartmentOf(DISTRICT))))
                    .post("/v1/leading-groups")
                    .then()
                    .statusCode(201);
        }
    }

    private static void put(TerritoryRecord territory, String code, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code),
                "评优" + code,
                level,
                kind,
                DivisionCode.of(parent),
                LocalDate.of(2011, 1, 1),
                null));
    }

    public static RequestSpecification office() {
        return Given.office(DISTRICT);
    }

    public static RequestSpecification officerOf(String community) {
        return as(person("officer-" + community), Roles.COMMUNITY_OFFICER, community, null);
    }

    static String aTitle() {
        return "社区建设先进集体" + TITLES.incrementAndGet();
    }

    static Map<String, Object> nomination(String nominee, String title) {
        return Map.of(
                "division",
                DISTRICT,
                "year",
                TODAY.getYear(),
                "title",
                title,
                "nominee",
                nominee,
                "grounds",
                "全年经费按时足额拨付");
    }

    static Response nominate(String nominee, String title) {
        return office().body(nomination(nominee, title)).post("/v1/award-nominations");
    }

    static String aNomination(String nominee) {
        return nominate(nominee, aTitle()).then().statusCode(201).extract().path("id");
    }

    static Response grant(String award) {
        return office().post("/v1/award-nominations/" + award + "/grant");
    }

    static String anAward(String nominee) {
        String award = aNomination(nominee);
        grant(award).then().statusCode(200);
        return award;
    }

    static Response withdraw(String award) {
        return office().body(Map.of("reason", "申报材料不实")).post("/v1/awards/" + award + "/withdrawal");
    }

    public static String stage(String award) {
        return office().get("/v1/award-nominations/" + award).path("stage");
    }

    /** The events of an award in the order in which they were told, without their prefix, and their data. */
    public static List<String> told(Jdbi jdbi, String award) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT replace(type, 'cn.shequ.admission.', '') || ' ' || CAST(data AS text)
                        FROM event_outbox WHERE subject = :award ORDER BY id""").bind("award", award).mapTo(String.class).list());
    }
}
