package cn.shequ.acceptance;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Awards and titles of Nanguan, which several tests give and none counts. */
public final class Honours {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private Honours() {}

    /** Nanguan's campaign of a kind for this year, with 60 and 40 points of which 80 are required. */
    public static String campaign(City city, String kind) {
        JsonNode present = city.anybody()
                .get("/admission/v1/campaigns?division=" + Places.NANGUAN + "&kind=" + kind + "&year="
                        + TODAY.getYear())
                .expect(200)
                .json()
                .at("/items/0");
        return present.isMissingNode()
                ? city.as("office-nanguan")
                        .post(
                                "/admission/v1/campaigns",
                                Map.of(
                                        "kind",
                                        kind,
                                        "division",
                                        Places.NANGUAN,
                                        "year",
                                        TODAY.getYear(),
                                        "title",
                                        TODAY.getYear() + "年度社区创建 " + kind,
                                        "pointsRequired",
                                        80,
                                        "assessBy",
                                        TODAY.plusDays(30).toString(),
                                        "criteria",
                                        List.of(
                                                Map.of("title", "居民自治与民主协商", "points", 60),
                                                Map.of("title", "矛盾纠纷调处与安置帮教", "points", 40))))
                        .expect(201)
                        .text("/id")
                : present.path("id").asText();
    }

    /** A community enters with all its points. */
    public static Answer entered(City city, String officer, String campaign) {
        return city.as(officer)
                .post(
                        "/admission/v1/campaigns/" + campaign + "/entries",
                        Map.of(
                                "lines",
                                List.of(
                                        Map.of("criterion", 1, "points", 60, "evidence", "居民议事会记录12份"),
                                        Map.of("criterion", 2, "points", 40, "evidence", "调处台账"))));
    }

    static Answer reviewed(City city, String entry, int first, int second) {
        return city.as("office-nanguan")
                .post(
                        "/admission/v1/campaign-entries/" + entry + "/review",
                        Map.of(
                                "lines",
                                List.of(
                                        Map.of("criterion", 1, "points", first),
                                        Map.of("criterion", 2, "points", second))));
    }

    /** A command of its own each time. */
    public static Answer nominated(City city, String nominee, String title) {
        return city.as("office-nanguan")
                .post(
                        "/admission/v1/award-nominations",
                        Map.of(
                                "division",
                                Places.NANGUAN,
                                "year",
                                TODAY.getYear(),
                                "title",
                                title,
                                "nominee",
                                nominee,
                                "grounds",
                                "全年经费按时足额拨付"),
                        UUID.randomUUID().toString());
    }

    /** An award that the nominee holds from now on. */
    public static String granted(City city, String nominee, String title) {
        String nomination = nominated(city, nominee, title).expect(201).text("/id");
        city.as("office-nanguan")
                .post("/admission/v1/award-nominations/" + nomination + "/grant", Map.of())
                .expect(200);
        return nomination;
    }
}
