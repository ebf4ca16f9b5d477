package cn.shequ.admission.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("art-8")
class SealStageTest {

    /** Written a second time, so that the table cannot agree with itself alone. */
    private static Optional<SealStage> expected(SealStage stage, SealCommand command) {
        return switch (command) {
            case HAND_OVER, CONFIRM_CUSTODY ->
                stage == SealStage.IN_USE ? Optional.of(SealStage.IN_USE) : Optional.empty();
            case REPORT_LOSS -> stage == SealStage.IN_USE ? Optional.of(SealStage.LOST) : Optional.empty();
            case REPLACE -> stage == SealStage.REPLACED ? Optional.empty() : Optional.of(SealStage.REPLACED);
        };
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(SealStage.values())
                .flatMap(stage -> Arrays.stream(SealCommand.values()).map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyCommandLeadsWhereItShouldOrNowhere(SealStage stage, SealCommand command) {
        assertThat(stage.after(command)).isEqualTo(expected(stage, command));
    }
}
