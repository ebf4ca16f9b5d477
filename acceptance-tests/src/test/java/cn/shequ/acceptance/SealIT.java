package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.Answer;
import cn.shequ.localstack.flow.City;
import cn.shequ.localstack.flow.Places;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The committee's seal is set under what the one catalogue has, and demanded for nothing else (Art. 8). */
class SealIT {

    private static final City CITY = SuiteUnderTest.city();

    @Test
    @Tag("art-8-allows")
    void whatTheCatalogueHasIsSealedWhenAnotherPersonApproves() {
        SuiteUnderTest.story().signed();
        CommitteeSeal.of(CITY);
        String use =
                CommitteeSeal.requested(CITY, "居民代表会议关于楼道照明的决定").expect(201).text("/id");
        String approval = "/admission/v1/seal-uses/" + use + "/approval";

        assertThat(CITY.as("community-huayang").post(approval, Map.of()).status())
                .isEqualTo(409);
        Answer sealed = CITY.as("director-huayang").post(approval, Map.of()).expect(200);

        assertThat(sealed.text("/stage")).isEqualTo("SEALED");
        assertThat(sealed.json().path("number").asInt()).isPositive();
    }

    @Test
    @Tag("art-8-allows")
    @Tag("art-8-refuses")
    void whoAskedForTheSealWithdrawsAndWhichSealsAreMissingIsPublic() {
        SuiteUnderTest.story().signed();
        CommitteeSeal.of(CITY);
        String use = CommitteeSeal.requested(CITY, "撤回的用印申请").expect(201).text("/id");
        String withdrawal = "/admission/v1/seal-uses/" + use + "/withdrawal";

        assertThat(CITY.as("director-huayang").post(withdrawal, Map.of()).status())
                .isEqualTo(403);
        assertThat(CITY.as("community-huayang")
                        .post(withdrawal, Map.of())
                        .expect(200)
                        .text("/stage"))
                .isEqualTo("WITHDRAWN");
        assertThat(CITY.anybody()
                        .get("/admission/v1/seal-loss-notices?division=" + Places.HUAYANG)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    @Tag("art-8-refuses")
    void aCertificateOutsideTheCatalogueIsNeitherDemandedNorSealed() {
        SuiteUnderTest.story().signed();
        CommitteeSeal.of(CITY);

        Answer demanded = CommitteeSeal.demanded(CITY);
        assertThat(demanded.status()).isEqualTo(422);
        assertThat(demanded.text("/code")).isEqualTo("seal-demand-refused");
        assertThat(demanded.articles()).containsExactly(8);
        assertThat(CITY.as("officer-nanling")
                        .get("/admission/v1/seal-demands?finding=FORBIDDEN&community=" + Places.HUAYANG)
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .contains(demanded.text("/attemptId"));

        Answer asked = CommitteeSeal.requested(CITY, "亲属关系证明", "NO_KINSHIP");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.articles()).containsExactly(8);
    }

    @Test
    @Tag("art-8-allows")
    @Tag("art-8-refuses")
    void aSealFieldOnAFormStandsOnLawOrGoes() {
        SuiteUnderTest.story().signed();
        Map<String, Object> form = Map.of("department", Places.HEALTH, "title", "临时救助申请审批表");
        City.Visitor office = CITY.as("office-nanguan");

        assertThat(office.post("/admission/v1/form-reviews", form).expect(201).text("/outcome"))
                .isEqualTo("FIELD_GOES");
        assertThat(office.post(
                                "/admission/v1/form-reviews",
                                Map.of(
                                        "department",
                                        Places.HEALTH,
                                        "title",
                                        "社区矫正对象情况表",
                                        "legalBasis",
                                        Map.of("kind", "LAW", "citation", "演示：某法第一条")))
                        .expect(201)
                        .text("/outcome"))
                .isEqualTo("FIELD_STANDS");
    }
}
