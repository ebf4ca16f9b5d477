package cn.shequ.acceptance;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The one seal of Huayang's committee, which several tests set and none loses. */
public final class CommitteeSeal {

    private static final String CUSTODIAN = "00000000-0000-4000-8000-000000000101";

    private CommitteeSeal() {}

    /** Its id; issued when nobody has asked for it before. */
    public static String of(City city) {
        City.Visitor office = city.as("officer-nanling");
        JsonNode present = office.get("/admission/v1/seals?community=" + Places.HUAYANG)
                .expect(200)
                .json()
                .at("/items/0");
        return present.isMissingNode()
                ? office.post("/admission/v1/seals", Map.of("community", Places.HUAYANG, "custodian", CUSTODIAN))
                        .expect(201)
                        .text("/id")
                : present.path("id").asText();
    }

    /** What the committee's clerk asks the seal for. */
    public static Answer requested(City city, String summary) {
        return requested(city, summary, "SELF_GOVERNMENT_AFFAIRS");
    }

    static Answer requested(City city, String summary, String matter) {
        return city.as("community-huayang")
                .post(
                        "/admission/v1/seal-uses",
                        Map.of(
                                "community",
                                Places.HUAYANG,
                                "matter",
                                matter,
                                "summary",
                                summary,
                                "copies",
                                1,
                                "applicant",
                                "王某某",
                                "blanks",
                                false));
    }

    /** A certificate that the health bureau demands and that no committee gives; refused and kept. */
    public static Answer demanded(City city) {
        return city.as("health-nanguan")
                .post(
                        "/admission/v1/seal-demands",
                        Map.of(
                                "community",
                                Places.HUAYANG,
                                "demandingBody",
                                Map.of("creditCode", Places.HEALTH),
                                "matter",
                                "NO_KINSHIP",
                                "demanded",
                                "报销须居委会证明亲属关系"));
    }
}
