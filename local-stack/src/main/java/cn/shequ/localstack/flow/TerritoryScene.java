package cn.shequ.localstack.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Step 1: the city imports its territory; each community has households and residents. */
public final class TerritoryScene {

    /**
     * @param divisions lines of the file
     * @param communities communities with figures
     * @param changedByRepetition what a second import of the same file changed
     */
    public record Imported(long divisions, int communities, long changedByRepetition) {}

    private TerritoryScene() {}

    static Imported play(City city, LocalDate validFrom) {
        DivisionFile file = DivisionFile.load();
        String imports = "/facilities/v1/divisions/imports?validFrom=" + validFrom;
        JsonNode preview = city.as("admin-city")
                .postCsv(imports + "&dryRun=true", file.csv())
                .expect(200)
                .json();
        city.as("admin-city").postCsv(imports, file.csv()).expect(200);
        JsonNode repeated =
                city.as("admin-city").postCsv(imports, file.csv()).expect(200).json();

        List<String> communities = file.communities();
        city.as("admin-city")
                .postCsv("/facilities/v1/communities/imports?asOf=" + validFrom, demonstrationFigures(communities))
                .expect(200);
        awaitEverywhere(city, communities);
        return new Imported(
                preview.path("lines").size(),
                communities.size(),
                repeated.path("created").asLong() + repeated.path("changed").asLong());
    }

    /**
     * The other services hear of it by events, each community's in their own order: who knows one need not know another.
     * So each is asked for something that only all of it makes right, or for every place that the story visits.
     */
    private static void awaitEverywhere(City city, List<String> communities) {
        long residents =
                communities.stream().mapToLong(TerritoryScene::residents).sum();
        City.eventually("the residents of every community in workforce", Places.PATIENCE, () -> {
            JsonNode coverage = city.anybody()
                    .get("/workforce/v1/coverage?division=" + Places.CITY)
                    .expect(200)
                    .json();
            return coverage.path("residents").asLong() == residents ? coverage : null;
        });
        for (String community : communities) {
            if (Places.SUBDISTRICTS.contains(community.substring(0, 9) + "000")) {
                City.eventually(community + " in admission", Places.PATIENCE, () -> city.anybody()
                        .get("/admission/v1/communities/" + community + "/admitted-tasks")
                        .expect(200));
            }
        }
        for (String subdistrict : Places.SUBDISTRICTS) {
            City.eventually("the ledger of " + subdistrict, Places.PATIENCE, () -> {
                JsonNode ledgers = city.as("finance-city")
                        .get("/funding/v1/ledgers?division=" + subdistrict)
                        .expect(200)
                        .json();
                return ledgers.path("items").size() == 1 ? ledgers : null;
            });
        }
    }

    /** Made-up figures of plausible size, marked as such; always the same. */
    private static byte[] demonstrationFigures(List<String> communities) {
        StringBuilder csv = new StringBuilder("code,urban,households,residents,demonstration\n");
        for (String community : communities) {
            csv.append(community + ",true," + households(community) + "," + residents(community) + ",true\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int households(String community) {
        return 1_200 + Math.floorMod(community.hashCode(), 2_400);
    }

    private static int residents(String community) {
        return households(community) * 5 / 2;
    }
}
