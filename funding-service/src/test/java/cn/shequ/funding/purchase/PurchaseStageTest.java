package cn.shequ.funding.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-25")
class PurchaseStageTest {

    private static final Set<String> MOVES = Set.of(
            "PLANNED PUBLISHED PUBLISHED",
            "PLANNED CANCELLED CANCELLED",
            "PUBLISHED OPENED EVALUATING",
            "PUBLISHED FAILED FAILED",
            "PUBLISHED CANCELLED CANCELLED",
            "EVALUATING AWARDED AWARDED",
            "EVALUATING FAILED FAILED",
            "EVALUATING CANCELLED CANCELLED",
            "AWARDED CONTRACTED CONTRACTED",
            "AWARDED CANCELLED CANCELLED",
            "CONTRACTED COMPLETED COMPLETED",
            "CONTRACTED TERMINATED TERMINATED");

    @Test
    void every_stage_takes_its_own_steps_and_no_other() {
        for (PurchaseStage stage : PurchaseStage.values()) {
            for (PurchaseStep step : PurchaseStep.values()) {
                assertThat(stage.after(step)).as(stage + " " + step).isEqualTo(expected(stage, step));
            }
        }
    }

    private static Optional<PurchaseStage> expected(PurchaseStage stage, PurchaseStep step) {
        return MOVES.stream()
                .filter(move -> move.startsWith(stage + " " + step + " "))
                .map(move -> PurchaseStage.valueOf(move.substring(move.lastIndexOf(' ') + 1)))
                .findFirst();
    }
}
