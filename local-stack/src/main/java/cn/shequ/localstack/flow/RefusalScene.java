package cn.shequ.localstack.flow;

import java.util.Map;

/** Step 7: a community refuses a demand that was never admitted; who must know of it does, a neighbour does not. */
public final class RefusalScene {

    /**
     * @param inSubdistrict whether the subdistrict office sees it in its list
     * @param inDistrict whether the district's leading-group office does
     * @param inNeighbour whether the neighbouring district's does
     * @param neighboursLook what the neighbour gets who asks for it by id
     * @param refusedThoughAdmitted what refusing an admitted and paid task got
     */
    public record Refused(
            String refusal,
            boolean inSubdistrict,
            boolean inDistrict,
            boolean inNeighbour,
            Answer neighboursLook,
            Answer refusedThoughAdmitted) {}

    private RefusalScene() {}

    static Refused play(City city) {
        String refusal = city.as("community-huayang")
                .post("/admission/v1/refusals", refusal(Places.EDUCATION, "COMMUNITY_EDUCATION"))
                .expect(201)
                .text("/id");
        return new Refused(
                refusal,
                sees(city, "officer-nanling", refusal),
                sees(city, "office-nanguan", refusal),
                sees(city, "office-kuancheng", refusal),
                city.as("office-kuancheng").get("/admission/v1/refusals/" + refusal),
                city.as("community-huayang").post("/admission/v1/refusals", refusal(Places.HEALTH, "PUBLIC_HEALTH")));
    }

    private static boolean sees(City city, String username, String refusal) {
        return city.as(username)
                .get("/admission/v1/refusals?limit=200")
                .expect(200)
                .json()
                .findValuesAsText("id")
                .contains(refusal);
    }

    private static Map<String, Object> refusal(String body, String matter) {
        return Map.of(
                "community",
                Places.HUAYANG,
                "demandingBody",
                Map.of("creditCode", body),
                "matter",
                matter,
                "demanded",
                "要求社区每周统计并上报",
                "grounds",
                "NOT_ADMITTED");
    }
}
