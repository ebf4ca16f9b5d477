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

    private AllocationScene() {}

    static Allocated play(City city, int year) {
        JsonNode uneven = city.as("finance-city")
                .post("/funding/v1/annual-allocations/previews", Map.of("fiscalYear", year, "weights", unequal()))
                .expect(200)
                .json();
        Answer committed = city.as("finance-city")
                .post("/funding/v1/annual-allocations", Map.of("fiscalYear", year))
                .expect(201);
        Answer repeated = city.as("finance-city")
                .post("/funding/v1/annual-allocations", Map.of("fiscalYear", year, "weights", List.of()));
        return new Allocated(
                committed.text("/id"),
                Totals.of(committed.json()),
                poolShares(uneven).toPlainString(),
                admitZones(city, year + 1),
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
    private static Totals admitZones(City city, int year) {
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
        return City.eventually("the local rule in funding", Places.PATIENCE, () -> {
            Totals totals = Totals.of(city.as("finance-city")
                    .post("/funding/v1/annual-allocations/previews", Map.of("fiscalYear", year))
                    .expect(200)
                    .json());
            return totals.communities() > COMMUNITIES_OF_URBAN_DISTRICTS ? totals : null;
        });
    }

    private static final int COMMUNITIES_OF_URBAN_DISTRICTS = 362;
}
