package cn.shequ.admission.assessment;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;

import cn.shequ.admission.Given;
import cn.shequ.events.workforce.IndicatorRecorded;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.RuleDirection;
import cn.shequ.kit.rulebook.RuleOrigin;
import cn.shequ.kit.rulebook.RuleUnit;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Targets of subdistricts in a district of their own: volunteers for 60, weak communities for 40. */
@ApplicationScoped
public class Assessing {

    static final String DISTRICT = "220182000000";
    private static final String PATIENT_DISTRICT = "220183000000";
    static final String VOLUNTEERS = "volunteers.coverage";
    static final String WEAK = "weak-communities";

    /** A year of which nobody comments any more, on whatever day of the year this runs. */
    static final int PAST = TODAY.getYear() - 2;

    private static final AtomicInteger SUBDISTRICTS = new AtomicInteger();

    private final TerritoryRecord territory;
    private final RecordedFigures figures;
    private final Rulebook rulebook;

    Assessing(TerritoryRecord territory, RecordedFigures figures, Rulebook rulebook) {
        this.territory = territory;
        this.figures = figures;
        this.rulebook = rulebook;
    }

    /** A new subdistrict of the district, which nobody has assessed yet. */
    String aSubdistrict() {
        return aSubdistrictOf(DISTRICT);
    }

    String aSubdistrictOf(String district) {
        Given.theCity(territory);
        put(district, DivisionLevel.COUNTY_LEVEL, "COUNTY_LEVEL_CITY", CITY);
        aLeadingGroup(district);
        String code = district.substring(0, 6) + (100 + SUBDISTRICTS.incrementAndGet()) + "000";
        put(code, DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", district);
        measured(district, VOLUNTEERS, TODAY, "9.00", "PERCENT");
        measured(district, WEAK, TODAY, "2", "COUNT");
        return code;
    }

    String aDistrictWithoutGroup() {
        String code = "220184000000";
        put(code, DivisionLevel.COUNTY_LEVEL, "COUNTY_LEVEL_CITY", CITY);
        return code;
    }

    /** The second district, in which a local rule gives years for a comment. */
    String aDistrictWithALongTerm() {
        rulebook.putLocal(new Rule(
                "assessment.comment-within",
                2,
                LocalDate.of(2011, 12, 14),
                null,
                "999",
                RuleUnit.WORKING_DAYS,
                RuleDirection.MINIMUM,
                RuleOrigin.PRODUCT_DEFAULT,
                "x",
                DivisionCode.of(PATIENT_DISTRICT)));
        return PATIENT_DISTRICT;
    }

    String aCommunityOf(String subdistrict) {
        String code = subdistrict.substring(0, 9) + "001";
        put(code, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", subdistrict);
        return code;
    }

    private void put(String code, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code),
                "考核" + code,
                level,
                kind,
                DivisionCode.of(parent),
                LocalDate.of(2011, 1, 1),
                null));
    }

    /** Later tests find the one of the first. */
    private static void aLeadingGroup(String district) {
        List<Object> present = Given.office(district)
                .get("/v1/leading-groups?limit=200")
                .path("items.findAll { it.division == '" + district + "' }");
        if (present.isEmpty()) {
            Given.office(district)
                    .body(Map.of(
                            "division", district, "composition", Given.composition(district, aDepartmentOf(district))))
                    .post("/v1/leading-groups")
                    .then()
                    .statusCode(201);
        }
    }

    /** As if workforce had told of it. */
    void measured(String division, String indicator, LocalDate asOf, String value, String unit) {
        figures.keep(
                new IndicatorRecorded(indicator, division, asOf, "9", "100", value, unit, null, null),
                new BigDecimal(value),
                "workforce");
    }

    static RequestSpecification office() {
        return Given.office(DISTRICT);
    }

    static RequestSpecification subject(String subdistrict) {
        return as(Roles.SUBDISTRICT_OFFICER, subdistrict);
    }

    static Map<String, Object> target(String indicator, String comparison, Object value, int weight) {
        return Map.of("indicator", indicator, "comparison", comparison, "value", value, "weight", weight);
    }

    static List<Map<String, Object>> targets() {
        return List.of(target(VOLUNTEERS, "AT_LEAST", "10", 60), target(WEAK, "AT_MOST", "0", 40));
    }

    static Map<String, Object> asked(String subdistrict) {
        return new HashMap<>(Map.of(
                "division",
                subdistrict.substring(0, 6) + "000000",
                "subject",
                subdistrict,
                "year",
                TODAY.getYear(),
                "targets",
                targets()));
    }

    static Response draft(Map<String, Object> asked) {
        return Given.office((String) asked.get("division")).body(asked).post("/v1/assessments");
    }

    static String aDraft(String subdistrict) {
        return draft(asked(subdistrict)).then().statusCode(201).extract().path("id");
    }

    static Response step(String id, String step) {
        return office().post("/v1/assessments/" + id + "/" + step);
    }

    static String anIssued(String subdistrict) {
        String id = aDraft(subdistrict);
        Given.office(subdistrict.substring(0, 6) + "000000")
                .post("/v1/assessments/" + id + "/issuance")
                .then()
                .statusCode(200);
        return id;
    }

    /** One whose year is over, as if it had been issued in that year. */
    static String aPast(String subdistrict) {
        String id = anIssued(subdistrict);
        Given.asOwner("UPDATE assessment SET year = " + PAST + ", drafted_on = '" + PAST + "-01-05', issued_on = '"
                + PAST + "-01-06' WHERE id = '" + id + "'");
        return id;
    }

    /** One whose year is over and whose targets have these figures of its last day. */
    String aPast(String subdistrict, String volunteers, String weak) {
        String id = aPast(subdistrict);
        LocalDate lastDay = LocalDate.of(PAST, 12, 31);
        measured(subdistrict, VOLUNTEERS, lastDay, volunteers, "PERCENT");
        measured(subdistrict, WEAK, lastDay, weak, "COUNT");
        return id;
    }

    static Response get(String id) {
        return office().get("/v1/assessments/" + id);
    }

    static Response comment(String subdistrict, String id) {
        return subject(subdistrict).body(Map.of("text", "12月数据未计入")).post("/v1/assessments/" + id + "/comment");
    }

    static Response correct(String id, String indicator, String value) {
        return office().body(Map.of("indicator", indicator, "value", value, "reason", "补录"))
                .post("/v1/assessments/" + id + "/corrections");
    }
}
