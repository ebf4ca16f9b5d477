package cn.shequ.admission.award;

import static cn.shequ.admission.Given.CITY;
import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.award.Awarding.aCommunity;
import static cn.shequ.admission.award.Awarding.aNomination;
import static cn.shequ.admission.award.Awarding.aSubdistrict;
import static cn.shequ.admission.award.Awarding.aTitle;
import static cn.shequ.admission.award.Awarding.anAward;
import static cn.shequ.admission.award.Awarding.nominate;
import static cn.shequ.admission.award.Awarding.nomination;
import static cn.shequ.admission.award.Awarding.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.admission.Given;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An office gives awards in the name of its own leading group, and of no other. */
@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-36")
class AwardingOfficeComponentTest {

    @Inject
    TerritoryRecord territory;

    private String community = "";

    @BeforeEach
    void aCommunityOfTheDistrict() {
        community = aCommunity(territory);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("outside-jurisdiction"));
    }

    @Test
    void theCitysOfficeGivesNothingInTheDistrictsName() {
        refused(Given.office(CITY).body(nomination(community, aTitle())).post("/v1/award-nominations"));
        String nominated = aNomination(community);
        Map<String, Object> reason = Map.of("reason", "x");
        refused(Given.office(CITY).post("/v1/award-nominations/" + nominated + "/grant"));
        refused(Given.office(CITY).body(reason).post("/v1/award-nominations/" + nominated + "/declination"));
        String award = anAward(community);
        refused(Given.office(CITY).body(reason).post("/v1/awards/" + award + "/withdrawal"));
        assertThat(stage(nominated)).isEqualTo("NOMINATED");
        assertThat(stage(award)).isEqualTo("GRANTED");
    }

    @Test
    void aDivisionWithoutALeadingGroupGivesNoAwards() {
        String subdistrict = aSubdistrict(territory);
        Map<String, Object> body = new HashMap<>(nomination(subdistrict, aTitle()));
        body.put("division", subdistrict);
        Given.office(subdistrict)
                .body(body)
                .post("/v1/award-nominations")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-group-of-same-level"));
    }

    @Test
    void theYearOfTheAwardIsSaidThatSomebodyWasNominatedForAlready() {
        String title = aTitle();
        nominate(community, title).then().statusCode(201);
        nominate(community, title)
                .then()
                .statusCode(409)
                .body("figures.year", equalTo(TODAY.getYear()))
                .body("detail", containsString(String.valueOf(TODAY.getYear())));
    }
}
