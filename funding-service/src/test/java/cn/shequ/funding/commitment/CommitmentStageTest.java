package cn.shequ.funding.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("art-16")
class CommitmentStageTest {

    private static final Map<CommitmentStage, Map<CommitmentStep, CommitmentStage>> ALLOWED = Map.of(
            CommitmentStage.PROPOSED,
            Map.of(
                    CommitmentStep.APPROVED, CommitmentStage.RESERVED,
                    CommitmentStep.REJECTED, CommitmentStage.REJECTED),
            CommitmentStage.RESERVED,
            Map.of(
                    CommitmentStep.USED_UP, CommitmentStage.USED_UP,
                    CommitmentStep.RELEASED, CommitmentStage.RELEASED,
                    CommitmentStep.EXPIRED, CommitmentStage.EXPIRED));

    static Stream<Arguments> every_pair() {
        return Stream.of(CommitmentStage.values())
                .flatMap(stage -> Stream.of(CommitmentStep.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("every_pair")
    void a_step_leads_where_the_table_says_and_nowhere_else(CommitmentStage stage, CommitmentStep step) {
        assertThat(stage.after(step))
                .isEqualTo(Optional.ofNullable(
                        ALLOWED.getOrDefault(stage, Map.of()).get(step)));
    }

    @ParameterizedTest
    @EnumSource(
            value = CommitmentStage.class,
            names = {"USED_UP", "RELEASED", "EXPIRED", "REJECTED"})
    void what_is_over_has_no_way_back(CommitmentStage over) {
        Set<CommitmentStep> steps = EnumSet.allOf(CommitmentStep.class);
        assertThat(steps).allSatisfy(step -> assertThat(over.after(step)).isEmpty());
    }
}
