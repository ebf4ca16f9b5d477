package cn.shequ.admission.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.groupvote.DecidedBecause;
import cn.shequ.events.admission.EvaluationIssuer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("art-7")
class InspectionFindingTest {

    private static final LocalDate DAY = LocalDate.of(2027, 5, 12);

    private static EvaluationRequest item(EvaluationStage stage) {
        return item(stage, LocalDate.of(2027, 2, 1));
    }

    private static EvaluationRequest item(EvaluationStage stage, LocalDate decidedOn) {
        LocalDate submitted = LocalDate.of(2027, 1, 11);
        return new EvaluationRequest(
                UUID.randomUUID(),
                2027,
                CreditCode.of("11220102DEM000014K"),
                DivisionCode.of("220104000000"),
                DivisionCode.of("220104000000"),
                DecidedBecause.SAME_LEVEL,
                1,
                "基本公共卫生服务",
                "建档率",
                100,
                "通知",
                "长府发〔2026〕12号",
                submitted,
                EvaluationIssuer.MUNICIPAL_GOVERNMENT,
                null,
                stage,
                "subject",
                submitted,
                LocalDate.of(2027, 3, 31),
                "evaluation.request-by@1",
                decidedOn,
                null);
    }

    @Test
    void anApprovedItemIsCoveredOnTheDayOfTheVisit() {
        assertThat(InspectionFinding.of(item(EvaluationStage.APPROVED), true, DAY, DAY))
                .isEqualTo(InspectionFinding.COVERED);
    }

    @Test
    void onAnotherDayOrWithoutAVisitItIsNot() {
        assertThat(InspectionFinding.of(item(EvaluationStage.APPROVED), true, DAY.plusDays(1), DAY))
                .isEqualTo(InspectionFinding.NO_VISIT_THAT_DAY);
        assertThat(InspectionFinding.of(item(EvaluationStage.APPROVED), true, null, DAY))
                .isEqualTo(InspectionFinding.NO_VISIT_THAT_DAY);
    }

    @Test
    void theItemOfAnotherBodyCoversNobodyElse() {
        assertThat(InspectionFinding.of(item(EvaluationStage.APPROVED), false, DAY, DAY))
                .isEqualTo(InspectionFinding.ITEM_OF_ANOTHER_BODY);
    }

    @Test
    void anItemCoversNothingBeforeItsApproval() {
        assertThat(InspectionFinding.of(item(EvaluationStage.APPROVED, DAY), true, DAY, DAY))
                .isEqualTo(InspectionFinding.COVERED);
        assertThat(InspectionFinding.of(item(EvaluationStage.APPROVED, DAY.plusDays(1)), true, DAY, DAY))
                .isEqualTo(InspectionFinding.ITEM_NOT_APPROVED);
    }

    @ParameterizedTest
    @EnumSource(value = EvaluationStage.class, mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
    void whatTheGroupHasNotApprovedCoversNothing(EvaluationStage stage) {
        assertThat(InspectionFinding.of(item(stage), true, DAY, DAY)).isEqualTo(InspectionFinding.ITEM_NOT_APPROVED);
    }
}
