package cn.shequ.admission.campaign;

import static cn.shequ.admission.Given.TODAY;

import cn.shequ.admission.award.Awarding;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Campaigns with two criteria of 60 and 40 points, of which 80 are required; each in a year of its own. */
final class Campaigning {

    private static final AtomicInteger YEARS = new AtomicInteger(2100);

    private Campaigning() {}

    static Map<String, Object> campaign(String kind) {
        int year = YEARS.incrementAndGet();
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "division",
                Awarding.DISTRICT,
                "year",
                year,
                "title",
                year + "年度社区创建",
                "pointsRequired",
                80,
                "assessBy",
                TODAY.toString(),
                "criteria",
                List.of(Map.of("title", "居民自治与民主协商", "points", 60), Map.of("title", "矛盾纠纷调处", "points", 40))));
    }

    static Response open(Map<String, Object> campaign) {
        return Awarding.office().body(campaign).post("/v1/campaigns");
    }

    static String aCampaign(String kind) {
        return open(campaign(kind)).then().statusCode(201).extract().path("id");
    }

    static Map<String, Object> line(int criterion, int points) {
        return Map.of("criterion", criterion, "points", points, "evidence", "台账与照片");
    }

    static Response enter(String community, String campaign, int first, int second) {
        return Awarding.officerOf(community)
                .body(Map.of("lines", List.of(line(1, first), line(2, second))))
                .post("/v1/campaigns/" + campaign + "/entries");
    }

    static String anEntry(String community, String campaign) {
        return enter(community, campaign, 60, 40)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response review(String entry, int first, int second) {
        return review(Awarding.office(), entry, first, second);
    }

    static Response review(RequestSpecification caller, String entry, int first, int second) {
        return caller.body(Map.of(
                        "lines",
                        List.of(Map.of("criterion", 1, "points", first), Map.of("criterion", 2, "points", second))))
                .post("/v1/campaign-entries/" + entry + "/review");
    }
}
