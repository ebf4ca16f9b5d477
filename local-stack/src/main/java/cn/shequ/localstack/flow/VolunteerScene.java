package cn.shequ.localstack.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Step 9: a resident registers as a volunteer; the community's coverage changes. */
public final class VolunteerScene {

    /**
     * @param before volunteers of the community before
     * @param after and after
     * @param target percent of residents (Art. 19)
     */
    public record Registered(int before, int after, int residents, String target, boolean met) {}

    private VolunteerScene() {}

    static Registered play(City city) {
        int before = coverage(city).path("volunteers").asInt();
        city.as("resident-huayang")
                .post(
                        "/workforce/v1/volunteers",
                        Map.of(
                                "community", Places.HUAYANG,
                                "name", "演示居民",
                                "identityNumber", "110101199003070011",
                                "phone", "13800000000",
                                "category", "TEACHER",
                                "skills", List.of("TUTORING"),
                                "consent", true))
                .expect(201);
        JsonNode after = coverage(city);
        return new Registered(
                before,
                after.path("volunteers").asInt(),
                after.path("residents").asInt(),
                after.path("target").asText(),
                after.path("met").asBoolean());
    }

    private static JsonNode coverage(City city) {
        return city.anybody()
                .get("/workforce/v1/coverage?division=" + Places.HUAYANG)
                .expect(200)
                .json();
    }
}
