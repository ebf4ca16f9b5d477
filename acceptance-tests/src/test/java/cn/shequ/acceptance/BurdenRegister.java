package cn.shequ.acceptance;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the health bureau demands of Huayang, as several tests tell it. */
public final class BurdenRegister {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private BurdenRegister() {}

    /** Demanded anew each time; in a field that the bureau has no admitted task in, unless law gives it to committees. */
    static Answer demanded(City city, String kind, String matter, Map<String, Object> basis) {
        Map<String, Object> demand = new HashMap<>(basis);
        demand.put("community", Places.HUAYANG);
        demand.put("demandingBody", Map.of("creditCode", Places.HEALTH));
        demand.put("kind", kind);
        demand.put("matter", matter);
        demand.put("demanded", "演示要求");
        return city.as("health-nanguan")
                .post("/admission/v1/demands", demand, UUID.randomUUID().toString());
    }

    /** A demand that has no basis: refused and kept. */
    public static Answer refused(City city) {
        return demanded(city, "TARGET", "EMPLOYMENT", Map.of()).expect(422);
    }

    /** A form that is filled in every month. */
    public static Answer form(City city, String title, String... fields) {
        return city.as("office-nanguan")
                .post(
                        "/admission/v1/form-catalogue",
                        Map.of(
                                "kind",
                                "STATISTICAL_FORM",
                                "title",
                                title,
                                "issuingBody",
                                Places.HEALTH,
                                "basis",
                                "演示用文件",
                                "frequency",
                                "MONTHLY",
                                "fields",
                                List.of(fields),
                                "validFrom",
                                "2026-01-01"))
                .expect(201);
    }

    /** Requested and not decided. */
    public static Answer exemption(City city, String reason) {
        return city.as("health-nanguan")
                .post(
                        "/admission/v1/demand-exemptions",
                        Map.of(
                                "kind",
                                "MEETING",
                                "matter",
                                "EMPLOYMENT",
                                "division",
                                Places.NANLING,
                                "demanded",
                                "社区主任参加疫情防控部署会",
                                "reason",
                                reason,
                                "validFrom",
                                TODAY.toString(),
                                "validTo",
                                TODAY.plusDays(30).toString()))
                .expect(201);
    }

    /** @param days from today on; negative for what has begun */
    public static Answer toldNanling(City city, String action, int days) {
        return city.as("health-nanguan")
                .post(
                        "/admission/v1/consultations",
                        Map.of(
                                "division",
                                Places.NANLING,
                                "action",
                                action,
                                "place",
                                "南岭大街",
                                "startsOn",
                                TODAY.plusDays(days).toString()));
    }
}
