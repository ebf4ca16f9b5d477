package cn.shequ.admission.exit;

import static cn.shequ.admission.exit.ExitCommand.APPROVE;
import static cn.shequ.admission.exit.ExitCommand.ASSESS;
import static cn.shequ.admission.exit.ExitCommand.CAST_VOTE;
import static cn.shequ.admission.exit.ExitCommand.DECLINE;
import static cn.shequ.admission.exit.ExitCommand.KEPT_BY_RESIDENTS;
import static cn.shequ.admission.exit.ExitCommand.RECUSE;
import static cn.shequ.admission.exit.ExitCommand.REJECTED_BY_RESIDENTS;
import static cn.shequ.admission.exit.ExitCommand.STATE_POSITION;
import static cn.shequ.admission.exit.ExitCommand.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("art-5")
class ExitStageTest {

    /** Written a second time, as the policy reads, so that the table cannot agree with itself alone. */
    private static Optional<ExitStage> expected(ExitStage stage, ExitCommand command) {
        Map<ExitCommand, ExitStage> allowed =
                switch (stage) {
                    case PROPOSED ->
                        Map.of(
                                ASSESS,
                                ExitStage.PROPOSED,
                                STATE_POSITION,
                                ExitStage.PROPOSED,
                                RECUSE,
                                ExitStage.PROPOSED,
                                REJECTED_BY_RESIDENTS,
                                ExitStage.ASSESSED,
                                KEPT_BY_RESIDENTS,
                                ExitStage.NOT_REJECTED,
                                WITHDRAW,
                                ExitStage.WITHDRAWN);
                    case ASSESSED ->
                        Map.of(
                                ASSESS,
                                ExitStage.ASSESSED,
                                STATE_POSITION,
                                ExitStage.ASSESSED,
                                CAST_VOTE,
                                ExitStage.ASSESSED,
                                RECUSE,
                                ExitStage.ASSESSED,
                                APPROVE,
                                ExitStage.APPROVED,
                                DECLINE,
                                ExitStage.DECLINED,
                                WITHDRAW,
                                ExitStage.WITHDRAWN);
                    case NOT_REJECTED, APPROVED, DECLINED, WITHDRAWN, OVERTAKEN -> Map.of();
                };
        return Optional.ofNullable(allowed.get(command));
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(ExitStage.values())
                .flatMap(stage -> Arrays.stream(ExitCommand.values()).map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyCommandLeadsWhereThePolicySaysOrNowhere(ExitStage stage, ExitCommand command) {
        assertThat(stage.after(command)).isEqualTo(expected(stage, command));
    }
}
