package cn.shequ.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.localstack.flow.AdmissionScene;
import cn.shequ.localstack.flow.AllocationScene;
import cn.shequ.localstack.flow.AuditScene;
import cn.shequ.localstack.flow.ExpenditureScene;
import cn.shequ.localstack.flow.PaymentScene;
import cn.shequ.localstack.flow.Places;
import cn.shequ.localstack.flow.PlanningScene;
import cn.shequ.localstack.flow.RefusalScene;
import cn.shequ.localstack.flow.Story;
import cn.shequ.localstack.flow.VolunteerScene;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main flow of the policy on the real divisions of Changchun, each article at work and refusing. */
class MainFlowIT {

    private final Story story = SuiteUnderTest.story();

    @Test
    @Tag("art-33-allows")
    void theTerritoryReachesEveryServiceAndTheSameFileAgainChangesNothing() {
        assertThat(story.territory().divisions()).isEqualTo(881);
        assertThat(story.territory().communities()).isEqualTo(634);
        assertThat(story.territory().changedByRepetition()).isZero();
    }

    @Test
    @Tag("art-15-allows")
    void everyCommunityOfAnUrbanDistrictGetsItsEntitlementAndTheTotalsClose() {
        assertThat(story.allocation().committed())
                .isEqualTo(new AllocationScene.Totals(362, "19910000.00", "10860000.00", "9050000.00"));
    }

    @Test
    @Tag("art-15-allows")
    void unequalWeightsCloseToTheFenAsWell() {
        assertThat(story.allocation().unevenPoolShares()).isEqualTo("10860000.00");
    }

    @Test
    @Tag("art-15-allows")
    void aDatedLocalRuleAdmitsTheDevelopmentZones() {
        AllocationScene.Totals zones = story.allocation().withZones();
        assertThat(zones.communities()).isEqualTo(507);
        assertThat(zones.entitlements()).isEqualTo("27885000.00");
    }

    @Test
    @Tag("art-15-refuses")
    void aYearIsAllocatedOnce() {
        assertThat(story.allocation().repeated().status()).isEqualTo(409);
        assertThat(story.allocation().repeated().articles()).containsExactly(15);
    }

    @Test
    @Tag("art-4-refuses")
    @Tag("art-5-refuses")
    void aTaskThatWasNeverAdmittedMayNotBeAsked() {
        AdmissionScene.Check check = story.checkBeforeApplication();
        assertThat(check.permitted()).isFalse();
        assertThat(check.articles()).containsExactly(4, 5);
    }

    @Test
    @Tag("art-5-refuses")
    @Tag("art-11-refuses")
    void aSignedTaskMayNotBeAskedBeforeItsMoneyHasCome() {
        AdmissionScene.Check check = story.checkBeforePayment();
        assertThat(check.permitted()).isFalse();
        assertThat(check.articles()).containsExactly(5);
    }

    @Test
    @Tag("art-5-allows")
    @Tag("art-11-allows")
    void whatIsPaidInFullIsActiveAndNothingElse() {
        PaymentScene.Paid paid = story.paid();
        assertThat(paid.stagesAfterFirst())
                .hasSize(8)
                .containsEntry(Places.HUAYANG, "ACTIVE")
                .containsEntry(Places.HENGAN, "ACTIVE")
                .containsEntry(Places.BAIYI, "AWAITING_FUNDS");
        assertThat(paid.stagesAfterAll().values()).containsOnly("ACTIVE");
    }

    @Test
    @Tag("art-4-allows")
    @Tag("art-5-allows")
    void anActiveTaskMayBeAskedWithinItsContentObjectsAuthorityAndTimeLimit() {
        AdmissionScene.Check check = story.checkAfterPayment();
        assertThat(check.permitted()).isTrue();
        assertThat(check.answer().at("/placements/0/content").asText()).contains("体检");
        assertThat(check.answer().at("/placements/0/objects").asText()).contains("65岁");
        assertThat(check.answer().at("/placements/0/authority").asText()).contains("不得收费");
        assertThat(check.answer().at("/placements/0/validTo").asText()).endsWith("-12-31");
    }

    @Test
    @Tag("art-16-refuses")
    void aCategoryThatTheFundDoesNotAllowIsDiversionAndOnRecord() {
        ExpenditureScene.Spent spent = story.spent();
        assertThat(spent.diversion().status()).isEqualTo(422);
        assertThat(spent.diversion().articles()).containsExactly(16);
        assertThat(spent.diversion().json().path("attemptId").asText()).isNotBlank();
        assertThat(spent.onRecord()).isTrue();
    }

    @Test
    @Tag("art-16-allows")
    void theRightExpenditureIsApprovedByAnotherPersonAndPaidByTheCashier() {
        ExpenditureScene.Spent spent = story.spent();
        assertThat(spent.ownApproval().status()).isEqualTo(403);
        assertThat(spent.stage()).isEqualTo("PAID");
        assertThat(spent.available()).isEqualTo("4300.00");
    }

    @Test
    @Tag("art-4-allows")
    @Tag("art-2-allows")
    void aRefusedDemandIsSeenByTheSubdistrictAndTheDistrict() {
        RefusalScene.Refused refused = story.refused();
        assertThat(refused.inSubdistrict()).isTrue();
        assertThat(refused.inDistrict()).isTrue();
    }

    @Test
    @Tag("art-2-refuses")
    void aNeighbouringDistrictDoesNotSeeIt() {
        RefusalScene.Refused refused = story.refused();
        assertThat(refused.inNeighbour()).isFalse();
        assertThat(refused.neighboursLook().status()).isEqualTo(404);
    }

    @Test
    @Tag("art-4-refuses")
    void whatIsAdmittedAndPaidCannotBeRefused() {
        assertThat(story.refused().refusedThoughAdmitted().status()).isEqualTo(422);
    }

    @Test
    @Tag("art-13-refuses")
    void aPlanAHundredthBelowItsStandardIsNotApproved() {
        PlanningScene.Reviewed reviewed = story.reviewed();
        assertThat(reviewed.tooSmall().status()).isEqualTo(422);
        assertThat(reviewed.tooSmall().articles()).containsExactly(13);
        assertThat(reviewed.tooSmall().text("/figures/required")).isEqualTo("600.00");
    }

    @Test
    @Tag("art-13-allows")
    void aPlanAtItsStandardIsApproved() {
        assertThat(story.reviewed().largeEnough()).isEqualTo("APPROVED");
    }

    @Test
    @Tag("art-12-refuses")
    void aCommunityBelowThreeHundredSquareMetresIsWeak() {
        assertThat(story.reviewed().standingBelow()).isEqualTo("WEAK");
    }

    @Test
    @Tag("art-12-allows")
    void aCommunityWithThreeHundredSquareMetresIsNotWeak() {
        assertThat(story.reviewed().standingAt()).isEqualTo("BELOW_STANDARD");
    }

    @Test
    @Tag("art-19-allows")
    void aResidentWhoRegistersAsVolunteerRaisesTheCoverage() {
        VolunteerScene.Registered volunteer = story.volunteer();
        assertThat(volunteer.after()).isEqualTo(volunteer.before() + 1);
    }

    @Test
    @Tag("art-19-refuses")
    void aCoverageBelowATenthOfResidentsIsReportedAsMissed() {
        assertThat(story.volunteer().target()).isEqualTo("10");
        assertThat(story.volunteer().met()).isFalse();
    }

    @Test
    @Tag("art-16-allows")
    void anAuditorProvesTheLogWithoutTrustingAnybody(@TempDir Path directory) {
        AuditScene.Audited audited = story.audited(SuiteUnderTest.auditRoom(directory));
        assertThat(audited.gapless()).isTrue();
        assertThat(audited.sameCheckpoint()).isTrue();
        assertThat(audited.redacted()).isPositive();
        assertThat(audited.sameOnKafka()).isTrue();
        assertThat(audited.sound()).isTrue();
        assertThat(audited.named()).isEqualTo(audited.changed());
    }
}
