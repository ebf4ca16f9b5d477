package cn.shequ.admission.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("art-36")
class AwardStageTest {

    /** Written a second time, so that the table cannot agree with itself alone. */
    private static Optional<AwardStage> expected(AwardStage stage, AwardCommand command) {
        boolean nominated = stage == AwardStage.NOMINATED;
        boolean granted = stage == AwardStage.GRANTED;
        return switch (command) {
            case GRANT -> nominated ? Optional.of(AwardStage.GRANTED) : Optional.empty();
            case DECLINE -> nominated ? Optional.of(AwardStage.DECLINED) : Optional.empty();
            case CANCEL -> nominated || granted ? Optional.of(AwardStage.CANCELLED) : Optional.empty();
            case WITHDRAW -> granted ? Optional.of(AwardStage.WITHDRAWN) : Optional.empty();
        };
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(AwardStage.values())
                .flatMap(stage -> Arrays.stream(AwardCommand.values()).map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyCommandLeadsWhereItShouldOrNowhere(AwardStage stage, AwardCommand command) {
        assertThat(stage.after(command)).isEqualTo(expected(stage, command));
    }
}
