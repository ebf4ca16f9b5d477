package cn.shequ.admission.award;

import static cn.shequ.admission.Given.TODAY;
import static cn.shequ.admission.Given.aDepartmentOf;
import static cn.shequ.admission.Given.as;
import static cn.shequ.admission.award.Awarding.DISTRICT;
import static cn.shequ.admission.award.Awarding.aCommunity;
import static cn.shequ.admission.award.Awarding.aCommunityIn;
import static cn.shequ.admission.award.Awarding.aNomination;
import static cn.shequ.admission.award.Awarding.aSubdistrict;
import static cn.shequ.admission.award.Awarding.aTitle;
import static cn.shequ.admission.award.Awarding.anAward;
import static cn.shequ.admission.award.Awarding.anOfficeOf;
import static cn.shequ.admission.award.Awarding.grant;
import static cn.shequ.admission.award.Awarding.nominate;
import static cn.shequ.admission.award.Awarding.office;
import static cn.shequ.admission.award.Awarding.stage;
import static cn.shequ.admission.award.Awarding.told;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cn.shequ.kit.inbox.NotYetKnown;
import cn.shequ.kit.security.Roles;
import cn.shequ.kit.territory.TerritoryRecord;
import cn.shequ.localstack.SuiteInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "admission"))
@Tag("art-16")
class VetoComponentTest {

    @Inject
    TerritoryRecord territory;

    @Inject
    VetoSays funding;

    @Inject
    Jdbi jdbi;

    private final UUID veto = UUID.randomUUID();
    private String body = "";

    @BeforeEach
    void aBodyOfTheDistrict() {
        aCommunity(territory);
        body = aDepartmentOf(DISTRICT);
    }

    private void impose() {
        funding.imposed(veto, body, TODAY, TODAY.plusYears(1).minusDays(1));
    }

    private static void refused(String nominee) {
        nominate(nominee, aTitle())
                .then()
                .statusCode(422)
                .body("code", equalTo("award-ineligible"))
                .body("articles", contains(16));
    }

    @Test
    void aVetoCancelsWhatItsBodyIsNominatedForAndKeepsItFromEveryAward() {
        String title = aTitle();
        String nominated =
                nominate(body, title).then().statusCode(201).extract().path("id");
        String other = aNomination(aDepartmentOf(DISTRICT));
        impose();
        office().get("/v1/award-nominations/" + nominated)
                .then()
                .body("stage", equalTo("CANCELLED"))
                .body("veto", equalTo(veto.toString()))
                .body("endedOn", equalTo(TODAY.toString()));
        grant(nominated).then().statusCode(409).body("figures.stage", equalTo("CANCELLED"));
        nominate(body, title)
                .then()
                .statusCode(422)
                .body("code", equalTo("award-ineligible"))
                .body("articles", contains(16))
                .body("figures.veto", equalTo(veto.toString()))
                .body("figures.validTo", equalTo(TODAY.plusYears(1).minusDays(1).toString()));
        given().get("/v1/award-eligibility/" + body)
                .then()
                .statusCode(200)
                .body("eligible", equalTo(false))
                .body("vetoes.id", contains(veto.toString()));
        assertThat(told(jdbi, nominated))
                .singleElement()
                .asString()
                .contains("award-cancelled.v1", "NOMINATION_UNDER_VETO", veto.toString());
        assertThat(stage(other)).isEqualTo("NOMINATED");
    }

    @Test
    void aVetoKeepsWhoseRuleSaysHowLong() {
        impose();
        funding.imposedUnderRuleOf(DISTRICT, UUID.randomUUID(), body, TODAY, TODAY.plusYears(2));
        given().get("/v1/award-eligibility/" + body)
                .then()
                .statusCode(200)
                .body("vetoes.rule", contains("veto.lasts@1/" + DISTRICT, "veto.lasts@1"));
    }

    @Test
    void liftingMakesItEligibleAgainAndWhatWasCancelledStaysSo() {
        String title = aTitle();
        String nominated =
                nominate(body, title).then().statusCode(201).extract().path("id");
        impose();
        funding.lifted(veto, body, TODAY);
        given().get("/v1/award-eligibility/" + body)
                .then()
                .body("eligible", equalTo(true))
                .body("vetoes", empty());
        assertThat(stage(nominated)).isEqualTo("CANCELLED");
        String again = nominate(body, title).then().statusCode(201).extract().path("id");
        grant(again).then().statusCode(200);
    }

    @Test
    void aVetoEndsWithItsLastDayWhetherOrNotAnybodySaysSo() {
        funding.imposed(veto, body, TODAY.minusYears(1), TODAY);
        refused(body);
        String later = aDepartmentOf(DISTRICT);
        funding.imposed(UUID.randomUUID(), later, TODAY.minusYears(1), TODAY.minusDays(1));
        nominate(later, aTitle()).then().statusCode(201);
        String yetToCome = aDepartmentOf(DISTRICT);
        funding.imposed(UUID.randomUUID(), yetToCome, TODAY.plusDays(1), TODAY.plusYears(1));
        nominate(yetToCome, aTitle()).then().statusCode(201);
    }

    @Test
    void theSameNewsTwiceHasOneEffectAndALiftingThatComesFirstWaits() {
        assertThatThrownBy(() -> funding.lifted(veto, body, TODAY)).isInstanceOf(NotYetKnown.class);
        String nominated = aNomination(body);
        impose();
        impose();
        funding.lifted(veto, body, TODAY);
        funding.lifted(veto, body, TODAY);
        assertThat(told(jdbi, nominated)).hasSize(1);
        nominate(body, aTitle()).then().statusCode(201);
    }

    @Test
    void ofTwoVetoesTheOneThatIsNotLiftedKeepsItOut() {
        impose();
        funding.imposed(UUID.randomUUID(), body, TODAY, TODAY.plusDays(30));
        funding.lifted(veto, body, TODAY);
        refused(body);
    }

    @Test
    void anAwardGivenSinceTheFirstDayOfTheVetoIsCancelledAndAnEarlierOneStays() {
        String award = anAward(body);
        funding.imposed(UUID.randomUUID(), body, TODAY.plusDays(1), TODAY.plusYears(1));
        assertThat(stage(award)).isEqualTo("GRANTED");
        impose();
        given().get("/v1/awards/" + award).then().statusCode(200).body("stage", equalTo("CANCELLED"));
        assertThat(told(jdbi, award)).hasSize(2).last().asString().contains("AWARD_UNDER_VETO", veto.toString());
    }

    @Test
    void aCommunityIsNotPunishedForAnother() {
        String subdistrict = aSubdistrict(territory);
        String community = aCommunityIn(territory, subdistrict);
        String nominated = aNomination(community);
        funding.imposed(veto, subdistrict, TODAY, TODAY.plusDays(30));
        refused(subdistrict);
        assertThat(stage(nominated)).isEqualTo("NOMINATED");
        grant(nominated).then().statusCode(200);
    }

    @Test
    void aSubdistrictAndItsOfficeAreOneBody() {
        String subdistrict = aSubdistrict(territory);
        String officeOfIt = anOfficeOf(subdistrict);
        String nominated = aNomination(officeOfIt);
        funding.imposed(veto, subdistrict, TODAY, TODAY.plusDays(30));
        assertThat(stage(nominated)).isEqualTo("CANCELLED");
        nominate(officeOfIt, aTitle())
                .then()
                .statusCode(422)
                .body("figures.nominee", equalTo(officeOfIt))
                .body("figures.body", equalTo(subdistrict));
        String another = aSubdistrict(territory);
        String standing = aNomination(another);
        funding.imposed(UUID.randomUUID(), anOfficeOf(another), TODAY, TODAY.plusDays(30));
        assertThat(stage(standing)).isEqualTo("CANCELLED");
        refused(another);
    }

    @Test
    void aVetoOfAnOldBodyReachesEveryoneWhoTookItsPlace() {
        String next = aDepartmentOf(DISTRICT);
        String last = aDepartmentOf(DISTRICT);
        String nominated = aNomination(last);
        succeed(body, next);
        succeed(next, last);
        impose();
        assertThat(stage(nominated)).isEqualTo("CANCELLED");
        refused(last);
    }

    @Test
    void aBodyDoesNotLoseAVetoWithItsName() {
        impose();
        String successor = aDepartmentOf(DISTRICT);
        String standing = aNomination(successor);
        succeed(body, successor);
        refused(successor);
        assertThat(stage(standing)).isEqualTo("CANCELLED");
        assertThat(told(jdbi, standing))
                .singleElement()
                .asString()
                .contains("award-cancelled.v1", "NOMINATION_UNDER_VETO", veto.toString());
        nominate(body, aTitle()).then().statusCode(409).body("code", equalTo("department-succeeded"));
        String next = aDepartmentOf(DISTRICT);
        String nominated = aNomination(next);
        String old = aDepartmentOf(DISTRICT);
        succeed(old, next);
        funding.imposed(UUID.randomUUID(), old, TODAY, TODAY.plusDays(30));
        assertThat(stage(nominated)).isEqualTo("CANCELLED");
    }

    private static void succeed(String old, String next) {
        as(Roles.CIVIL_AFFAIRS_OFFICER, DISTRICT)
                .body(Map.of("successor", next))
                .post("/v1/departments/" + old + "/succession")
                .then()
                .statusCode(200);
    }

    /** Whichever comes first, nobody under a veto holds an award. */
    @RepeatedTest(5)
    void ofAGrantAndAVetoAtOnceTheVetoWins() {
        String nominated = aNomination(body);
        CompletableFuture<Integer> granting =
                CompletableFuture.supplyAsync(() -> grant(nominated).statusCode());
        CompletableFuture<Void> imposing = CompletableFuture.runAsync(this::impose);
        int status = granting.join();
        imposing.join();
        assertThat(stage(nominated)).isEqualTo("CANCELLED");
        assertThat(told(jdbi, nominated))
                .hasSize(status == 200 ? 2 : 1)
                .last()
                .asString()
                .contains(veto.toString());
        assertThat(status).isIn(200, 409, 422);
    }

    @RepeatedTest(5)
    void ofANominationAndAVetoAtOnceNoneStands() {
        String title = aTitle();
        CompletableFuture<Integer> nominating =
                CompletableFuture.supplyAsync(() -> nominate(body, title).statusCode());
        CompletableFuture<Void> imposing = CompletableFuture.runAsync(this::impose);
        assertThat(nominating.join()).isIn(201, 422);
        imposing.join();
        office().get("/v1/award-nominations?stage=NOMINATED&nominee=" + body)
                .then()
                .statusCode(200)
                .body("items", empty());
    }
}
