package cn.shequ.admission.burden;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aForm;
import static cn.shequ.admission.Given.aSigned;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.Given.funding;
import static cn.shequ.admission.Given.office;
import static cn.shequ.admission.Given.officerOf;
import static cn.shequ.admission.Given.person;

import cn.shequ.admission.Given;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.TestInfrastructure;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Shuangyang with communities of their own, so that no test counts another's demands. */
public final class Burdens {

    public static final String SHUANGYANG = "220112000000";
    public static final String YUNSHAN = "220112001000";

    private static final AtomicInteger COMMUNITIES = new AtomicInteger(100);

    private Burdens() {}

    public static void shuangyang(TerritoryRecord territory) {
        Given.theCity(territory);
        put(territory, SHUANGYANG, "双阳区", DivisionLevel.COUNTY_LEVEL, "URBAN_DISTRICT", CITY);
        put(territory, YUNSHAN, "云山街道", DivisionLevel.TOWNSHIP_LEVEL, "SUBDISTRICT", SHUANGYANG);
    }

    static String aCommunity(TerritoryRecord territory) {
        String code = "220112001" + COMMUNITIES.incrementAndGet();
        put(territory, code, "社区" + code, DivisionLevel.COMMUNITY, "URBAN_COMMUNITY", YUNSHAN);
        return code;
    }

    private static void put(
            TerritoryRecord territory, String code, String name, DivisionLevel level, String kind, String parent) {
        territory.put(new Division(
                DivisionCode.of(code), name, level, kind, DivisionCode.of(parent), LocalDate.of(2011, 1, 1), null));
    }

    static RequestSpecification clerk(String community) {
        return as(person("clerk-" + community), Roles.COMMUNITY_OFFICER, community, null);
    }

    static Map<String, Object> aDemand(String community, String department, String kind, String matter) {
        return new HashMap<>(Map.of(
                "community",
                community,
                "demandingBody",
                Map.of("creditCode", department),
                "kind",
                kind,
                "matter",
                matter,
                "demanded",
                "要求社区主任参加部署会"));
    }

    /** Whatever else the demand names. */
    static Map<String, Object> with(Map<String, Object> demand, String name, Object value) {
        Map<String, Object> more = new HashMap<>(demand);
        more.put(name, value);
        return more;
    }

    static Response demand(RequestSpecification caller, Map<String, Object> demand) {
        return caller.body(demand).post("/v1/demands");
    }

    /** A task of a city body in a community that causes no work, and is therefore in force at once. */
    static void anAdmittedTask(String department, String community) {
        Map<String, Object> form = aForm(department, community);
        form.put("funding", List.of(funding(TODAY.getYear(), "0.00")));
        form.put("noFundsReason", "不增加工作量");
        aSigned(department, CITY, form);
    }

    static Map<String, Object> aCatalogueForm(String issuer, String frequency, String... fields) {
        return new HashMap<>(Map.of(
                "kind",
                "STATISTICAL_FORM",
                "title",
                "学龄儿童统计表",
                "issuingBody",
                issuer,
                "basis",
                "演示用文件第一号",
                "frequency",
                frequency,
                "fields",
                List.of(fields),
                "validFrom",
                "2026-01-01"));
    }

    static Response enter(RequestSpecification caller, Map<String, Object> form) {
        return caller.body(form).post("/v1/form-catalogue");
    }

    static String anEnteredForm(String issuer, String frequency, String... fields) {
        return enter(office(SHUANGYANG), aCatalogueForm(issuer, frequency, fields))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> anExemption(String division, String kind) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "matter",
                "PUBLIC_HEALTH",
                "division",
                division,
                "demanded",
                "社区主任参加防汛部署会",
                "reason",
                "汛期应急，时间紧迫",
                "validFrom",
                TODAY.toString(),
                "validTo",
                TODAY.plusDays(30).toString()));
    }

    static Response request(String department, Map<String, Object> exemption) {
        return officerOf(department, SHUANGYANG).body(exemption).post("/v1/demand-exemptions");
    }

    static String aRequested(String department, String division, String kind) {
        return request(department, anExemption(division, kind))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response approve(RequestSpecification caller, String exemption) {
        return caller.post("/v1/demand-exemptions/" + exemption + "/approval");
    }

    static Response decline(String office, String exemption) {
        return office(office)
                .body(Map.of("reason", "可以视频方式传达"))
                .post("/v1/demand-exemptions/" + exemption + "/declination");
    }

    static String anApproved(String department, String division, String kind) {
        String id = aRequested(department, division, kind);
        approve(office(SHUANGYANG), id).then().statusCode(200);
        return id;
    }

    /** Says to the database directly what a service may not say. */
    public static void raw(String statement) throws SQLException {
        try (Connection connection =
                TestInfrastructure.addresses().requireDatabases().asApp("admission")) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(statement);
            connection.commit();
        }
    }
}
