package cn.shequ.funding.expenditure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpenditureStageTest {

    private static final Set<String> MOVES_WITH_ONE_APPROVAL = Set.of(
            "RECORDED APPROVED APPROVED",
            "RECORDED REJECTED REJECTED",
            "APPROVED_ONCE APPROVED APPROVED",
            "APPROVED_ONCE REJECTED REJECTED",
            "APPROVED PAID PAID",
            "APPROVED WITHDRAWN WITHDRAWN",
            "PAID RETURNED RETURNED",
            "RETURNED WITHDRAWN WITHDRAWN");

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void every_stage_takes_its_own_steps_and_no_other(int approvals) {
        for (ExpenditureStage stage : ExpenditureStage.values()) {
            for (ExpenditureStep step : ExpenditureStep.values()) {
                assertThat(stage.after(step, approvals))
                        .as(stage + " " + step)
                        .isEqualTo(expected(stage, step, approvals));
            }
        }
    }

    private static Optional<ExpenditureStage> expected(ExpenditureStage stage, ExpenditureStep step, int approvals) {
        if (approvals == 2 && stage == ExpenditureStage.RECORDED && step == ExpenditureStep.APPROVED) {
            return Optional.of(ExpenditureStage.APPROVED_ONCE);
        }
        return MOVES_WITH_ONE_APPROVAL.stream()
                .filter(move -> move.startsWith(stage + " " + step + " "))
                .map(move -> ExpenditureStage.valueOf(move.substring(move.lastIndexOf(' ') + 1)))
                .findFirst();
    }
}
