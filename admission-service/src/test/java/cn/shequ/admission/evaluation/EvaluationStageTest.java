package cn.shequ.admission.evaluation;

import static cn.shequ.admission.evaluation.EvaluationCommand.APPROVE;
import static cn.shequ.admission.evaluation.EvaluationCommand.CAST_VOTE;
import static cn.shequ.admission.evaluation.EvaluationCommand.RECUSE;
import static cn.shequ.admission.evaluation.EvaluationCommand.REJECT;
import static cn.shequ.admission.evaluation.EvaluationCommand.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("art-7")
class EvaluationStageTest {

    /** Written a second time, as the policy reads, so that the table cannot agree with itself alone. */
    private static Optional<EvaluationStage> expected(EvaluationStage stage, EvaluationCommand command) {
        Map<EvaluationCommand, EvaluationStage> allowed =
                switch (stage) {
                    case SUBMITTED ->
                        Map.of(
                                CAST_VOTE,
                                EvaluationStage.SUBMITTED,
                                RECUSE,
                                EvaluationStage.SUBMITTED,
                                APPROVE,
                                EvaluationStage.APPROVED,
                                REJECT,
                                EvaluationStage.REJECTED,
                                WITHDRAW,
                                EvaluationStage.WITHDRAWN);
                    case APPROVED, REJECTED, WITHDRAWN -> Map.of();
                };
        return Optional.ofNullable(allowed.get(command));
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(EvaluationStage.values()).flatMap(stage -> Arrays.stream(EvaluationCommand.values())
                .map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyCommandLeadsWhereThePolicySaysOrNowhere(EvaluationStage stage, EvaluationCommand command) {
        assertThat(stage.after(command)).isEqualTo(expected(stage, command));
    }
}
