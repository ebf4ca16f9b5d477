package cn.shequ.localstack.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Step 1: the city imports its territory; each community has households and residents. */
public final class TerritoryScene {

    private static final String DIVISIONS = "/territory/changchun-divisions.csv";

    /**
     * @param divisions lines of the file
     * @param communities communities with figures
     * @param changedByRepetition what a second import of the same file changed
     */
    public record Imported(long divisions, int communities, long changedByRepetition) {}

    private TerritoryScene() {}

    static Imported play(City city, LocalDate validFrom) {
        byte[] csv = divisions();
        String imports = "/facilities/v1/divisions/imports?validFrom=" + validFrom;
        JsonNode preview = city.as("admin-city")
                .postCsv(imports + "&dryRun=true", csv)
                .expect(200)
                .json();
        city.as("admin-city").postCsv(imports, csv).expect(200);
        JsonNode repeated =
                city.as("admin-city").postCsv(imports, csv).expect(200).json();

        List<String> communities = communities(csv);
        city.as("admin-city")
                .postCsv("/facilities/v1/communities/imports?asOf=" + validFrom, demonstrationFigures(communities))
                .expect(200);
        awaitEverywhere(city, communities.getLast());
        return new Imported(
                preview.path("lines").size(),
                communities.size(),
                repeated.path("created").asLong() + repeated.path("changed").asLong());
    }

    /** The other services hear of it by events, in the order of the file: who knows the last community knows all. */
    private static void awaitEverywhere(City city, String last) {
        City.eventually("the territory in every service", Places.PATIENCE, () -> {
            city.anybody()
                    .get("/admission/v1/communities/" + last + "/admitted-tasks")
                    .expect(200);
            city.anybody().get("/workforce/v1/coverage?division=" + last).expect(200);
            JsonNode figures = city.anybody()
                    .get("/workforce/v1/coverage?division=" + Places.CITY)
                    .expect(200)
                    .json();
            JsonNode ledgers = city.as("finance-city")
                    .get("/funding/v1/ledgers?division=" + last.substring(0, 9) + "000")
                    .expect(200)
                    .json();
            boolean all = figures.path("communitiesWithoutFigures").asInt() == 0
                    && ledgers.path("items").size() == 1;
            return all ? ledgers : null;
        });
    }

    private static byte[] divisions() {
        try (InputStream file = TerritoryScene.class.getResourceAsStream(DIVISIONS)) {
            if (file == null) {
                throw new FlowBroken("the territory's file is not there: " + DIVISIONS);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> communities(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(",COMMUNITY,"))
                .map(line -> line.substring(0, 12))
                .sorted()
                .toList();
    }

    /** Made-up figures of plausible size, marked as such; always the same. */
    private static byte[] demonstrationFigures(List<String> communities) {
        StringBuilder csv = new StringBuilder("code,urban,households,residents,demonstration\n");
        for (String community : communities) {
            int households = 1_200 + Math.floorMod(community.hashCode(), 2_400);
            csv.append(community + ",true," + households + "," + households * 5 / 2 + ",true\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
