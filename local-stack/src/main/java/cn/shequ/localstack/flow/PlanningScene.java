package cn.shequ.localstack.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Step 8: plans and premises at the bound of the policy, and a hundredth of a square metre below it. */
public final class PlanningScene {

    /** The community whose premises are a hundredth too small. */
    private static final String BELOW = Places.HENGAN;

    /** The community whose premises are just large enough. */
    private static final String AT = Places.BAIYI;

    /** A made-up developer with a valid credit code. */
    private static final String DEVELOPER = "91220101DEM0000932";

    /**
     * @param tooSmall the answer to 599.99 m² for 2,000 households
     * @param largeEnough the outcome for 600.00
     * @param standingBelow the standing of a community with 299.99 m²
     * @param standingAt the same with 300.00
     */
    public record Reviewed(
            String development, Answer tooSmall, String largeEnough, String standingBelow, String standingAt) {}

    private PlanningScene() {}

    static Reviewed play(City city, LocalDate today) {
        Answer added = city.as("planning-nanguan")
                .post(
                        "/facilities/v1/developments",
                        Map.of(
                                "division",
                                Places.NANLING,
                                "developer",
                                DEVELOPER,
                                "kind",
                                "NEW_ESTATE",
                                "location",
                                "南岭大街88号地块（演示）",
                                "phases",
                                phases("199.99")))
                .expect(201);
        String path = "/facilities/v1/developments/" + added.text("/id");
        Answer tooSmall = review(city, path, 1);
        city.as("planning-nanguan")
                .send(
                        "PUT",
                        path + "/plan",
                        Map.of("phases", phases("200.00")),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "*")
                .expect(200);
        Answer largeEnough = review(city, path, 2).expect(201);
        return new Reviewed(
                added.text("/id"),
                tooSmall,
                largeEnough.text("/outcome"),
                standing(city, BELOW, "299.99", today),
                standing(city, AT, "300.00", today));
    }

    private static Answer review(City city, String path, int plan) {
        return city.as("planning-nanguan").post(path + "/planning-reviews", Map.of("plan", plan));
    }

    private static List<Map<String, Object>> phases(String welfareFacilities) {
        return List.of(Map.of(
                "phase",
                1,
                "households",
                2_000,
                "servicePremisesSquareMetres",
                "400.00",
                "welfareFacilitiesSquareMetres",
                welfareFacilities));
    }

    private static String standing(City city, String community, String area, LocalDate today) {
        city.as("officer-nanling")
                .post(
                        "/facilities/v1/premises",
                        Map.of(
                                "community",
                                community,
                                "address",
                                "演示路1号",
                                "obtained",
                                "NEW",
                                "title",
                                "DISTRICT_GOVERNMENT",
                                "handedOver",
                                false,
                                "uses",
                                List.of("SERVICE_HALL"),
                                "areaSquareMetres",
                                area,
                                "validFrom",
                                today.toString()))
                .expect(201);
        return city.anybody()
                .get("/facilities/v1/communities/" + community + "/premises-standing")
                .expect(200)
                .text("/standing");
    }
}
