package cn.shequ.acceptance;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Nanguan's one evaluation of next year, whose first quarter is still to come on whatever day this runs. */
public final class NextYearsEvaluation {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final int YEAR = TODAY.getYear() + 1;
    static final String PATH = "/admission/v1/unified-evaluations/" + Places.NANGUAN + "/" + YEAR;

    /** When Huayang is visited. */
    static final LocalDate VISIT = LocalDate.of(YEAR, 5, 12);

    private static final String REQUESTS = "/admission/v1/evaluation-requests";

    private NextYearsEvaluation() {}

    /** What the health bureau asks for. */
    static Answer requested(City city, int year, Map<String, Object> document) {
        return city.as("health-nanguan")
                .post(
                        REQUESTS,
                        Map.of(
                                "year",
                                year,
                                "title",
                                "基本公共卫生服务",
                                "criteria",
                                "建档率60分，随访记录40分",
                                "points",
                                100,
                                "document",
                                document));
    }

    static Map<String, Object> municipalDocument() {
        return Map.of(
                "title", "关于开展基本公共卫生服务考评的通知",
                "number", "演示〔2026〕12号",
                "issuedOn", TODAY.toString(),
                "issuer", "MUNICIPAL_GOVERNMENT");
    }

    /** The health bureau's item, which the group has approved; asked for again, it is the same. */
    public static String item(City city) {
        String item = requested(city, YEAR, municipalDocument()).expect(201).text("/id");
        for (int number = 1; number <= 3; number++) {
            city.as("member-" + number + "-nanguan")
                    .post(REQUESTS + "/" + item + "/votes", Map.of("ballot", "FOR"))
                    .expect(200);
        }
        return item;
    }

    /** The schedule is set, and Huayang is visited on its day. */
    static void planned(City city) {
        City.Visitor office = city.as("office-nanguan");
        office.send(
                        "POST",
                        PATH + "/schedule",
                        Map.of("from", YEAR + "-05-10", "to", YEAR + "-06-30"),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "If-Match",
                        "*")
                .expect(200);
        office.post(PATH + "/visits", Map.of("community", Places.HUAYANG, "visitOn", VISIT.toString()))
                .expect(201);
    }

    /** The health bureau announces to Huayang that it comes. */
    public static Answer announced(City city, Map<String, Object> more) {
        Map<String, Object> inspection = new HashMap<>(more);
        inspection.put("community", Places.HUAYANG);
        inspection.put("demandingBody", Map.of("creditCode", Places.HEALTH));
        inspection.put("inspects", "检查居民健康档案");
        inspection.putIfAbsent("inspectsOn", VISIT.toString());
        return city.as("health-nanguan").post("/admission/v1/inspections", inspection);
    }
}
