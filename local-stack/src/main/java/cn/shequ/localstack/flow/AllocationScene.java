package cn.shequ.localstack.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Step 2: finance previews and commits the annual allocation. */
public final class AllocationScene {

    /** The totals of an allocation, in CNY. */
    public record Totals(int communities, String entitlements, String cityToPools, String ownShares) {

        static Totals of(JsonNode plan) {
            JsonNode totals = plan.path("totals");
            return new Totals(
                    totals.path("communities").asInt(),
                    totals.path("entitlements").asText(),
                    totals.path("cityToPools").asText(),
                    totals.path("ownShares").asText());
        }
    }

    /**
     * @param committed what was committed for this year, spread evenly
     * @param unevenPoolShares the pool shares of all communities added up, under unequal weights
     * @param withZones next year's preview, after a local rule admitted the development zones
     * @param repeated what a second commit of the year got
     */
    public record Allocated(
            String allocation, Totals committed, String unevenPoolShares, Totals withZones, Answer repeated) {}

    private static final String URBAN_DISTRICT = "URBAN_DISTRICT";
    private static final String DEVELOPMENT_ZONE = "DEVELOPMENT_ZONE";

    private AllocationScene() {}

    static Allocated play(City city, int year) {
        DivisionFile divisions = DivisionFile.load();
        int urban = divisions.communitiesOf(URBAN_DISTRICT);
        JsonNode uneven = preview(city, Map.of("fiscalYear", year, "weights", unequal()), urban);
        Answer committed = city.as("finance-city")
                .post("/funding/v1/annual-allocations", Map.of("fiscalYear", year))
                .expect(201);
        Answer repeated = city.as("finance-city")
                .post("/funding/v1/annual-allocations", Map.of("fiscalYear", year, "weights", List.of()));
        return new Allocated(
                committed.text("/id"),
                Totals.of(committed.json()),
                poolShares(uneven).toPlainString(),
                admitZones(city, year + 1, divisions.communitiesOf(URBAN_DISTRICT, DEVELOPMENT_ZONE)),
                repeated);
    }

    private static List<Map<String, Object>> unequal() {
        return List.of(
                Map.of("community", Places.HUAYANG, "weight", 7),
                Map.of("community", Places.HENGAN, "weight", 3),
                Map.of("community", Places.BAIYI, "weight", 0));
    }

    private static BigDecimal poolShares(JsonNode plan) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode unit : plan.path("units")) {
            for (JsonNode community : unit.path("communities")) {
                sum = sum.add(new BigDecimal(community.path("poolShare").asText()));
            }
        }
        return sum;
    }

    /** The city decides, from next year on, that development zones count too; funding hears of it by an event. */
    private static Totals admitZones(City city, int year, int communities) {
        city.as("admin-city")
                .post(
                        "/facilities/v1/local-rules",
                        Map.of(
                                "division", Places.CITY,
                                "ruleId", "allocation.eligible-kinds",
                                "value", "DEVELOPMENT_ZONE,URBAN_DISTRICT",
                                "validFrom", year + "-01-01",
                                "citation", "演示文件1号"))
                .expect(201);
        return Totals.of(preview(city, Map.of("fiscalYear", year), communities));
    }

    /** What finance would commit, once funding has heard of all these communities and of the rules that admit them. */
    private static JsonNode preview(City city, Map<String, Object> request, int communities) {
        return City.eventually(communities + " eligible communities in funding", Places.PATIENCE, () -> {
            JsonNode plan = city.as("finance-city")
                    .post("/funding/v1/annual-allocations/previews", request)
                    .expect(200)
                    .json();
            return Totals.of(plan).communities() == communities ? plan : null;
        });
    }
}
