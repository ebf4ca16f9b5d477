package cn.shequ.admission.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("art-36")
class AssessmentStageTest {

    /** Written a second time, so that the table cannot agree with itself alone. */
    private static Optional<AssessmentStage> expected(AssessmentStage stage, AssessmentCommand command) {
        AssessmentStage from =
                switch (command) {
                    case REPLACE_TARGETS, ISSUE -> AssessmentStage.DRAFT;
                    case COMMENT, CORRECT, CLOSE -> AssessmentStage.ISSUED;
                };
        AssessmentStage to =
                switch (command) {
                    case REPLACE_TARGETS -> AssessmentStage.DRAFT;
                    case ISSUE, COMMENT, CORRECT -> AssessmentStage.ISSUED;
                    case CLOSE -> AssessmentStage.CLOSED;
                };
        return stage == from ? Optional.of(to) : Optional.empty();
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(AssessmentStage.values()).flatMap(stage -> Arrays.stream(AssessmentCommand.values())
                .map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyCommandLeadsWhereItShouldOrNowhere(AssessmentStage stage, AssessmentCommand command) {
        assertThat(stage.after(command)).isEqualTo(expected(stage, command));
    }
}
