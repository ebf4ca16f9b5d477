package cn.shequ.funding.violation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
class ViolationStageTest {

    private static final Map<ViolationStage, Set<ViolationStep>> TAKES = Map.of(
            ViolationStage.REPORTED, Set.of(ViolationStep.NOTIFIED, ViolationStep.DISMISSED),
            ViolationStage.NOTIFIED, Set.of(ViolationStep.EXPLAINED, ViolationStep.CONFIRMED, ViolationStep.DISMISSED),
            ViolationStage.EXPLAINED, Set.of(ViolationStep.CONFIRMED, ViolationStep.DISMISSED),
            ViolationStage.CONFIRMED, Set.of(ViolationStep.APPEALED),
            ViolationStage.APPEALED, Set.of(ViolationStep.UPHELD, ViolationStep.LIFTED),
            ViolationStage.DISMISSED, Set.of(),
            ViolationStage.UPHELD, Set.of(),
            ViolationStage.LIFTED, Set.of());

    @Test
    void every_stage_takes_its_own_steps_and_no_other() {
        for (ViolationStage stage : ViolationStage.values()) {
            for (ViolationStep step : ViolationStep.values()) {
                Optional<ViolationStage> expected = TAKES.get(stage).contains(step)
                        ? Optional.of(ViolationStage.valueOf(step.name()))
                        : Optional.empty();
                assertThat(stage.after(step)).as(stage + " " + step).isEqualTo(expected);
            }
        }
    }
}
