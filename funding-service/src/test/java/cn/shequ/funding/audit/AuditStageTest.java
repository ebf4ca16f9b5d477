package cn.shequ.funding.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
class AuditStageTest {

    @Test
    void every_stage_of_an_audit_takes_its_own_steps_and_no_other() {
        Map<AuditStage, Set<AuditStep>> takes = Map.of(
                AuditStage.PLANNED, Set.of(AuditStep.DRAWN, AuditStep.DROPPED),
                AuditStage.DRAWN, Set.of(AuditStep.CLOSED),
                AuditStage.CLOSED, Set.of(),
                AuditStage.DROPPED, Set.of());
        for (AuditStage stage : AuditStage.values()) {
            for (AuditStep step : AuditStep.values()) {
                assertThat(stage.after(step).isPresent())
                        .as(stage + " " + step)
                        .isEqualTo(takes.get(stage).contains(step));
                stage.after(step).ifPresent(next -> assertThat(next.name()).isEqualTo(step.name()));
            }
        }
    }

    @Test
    void every_stage_of_a_finding_takes_its_own_steps_and_no_other() {
        Map<FindingStage, Map<FindingStep, FindingStage>> moves = Map.of(
                FindingStage.RAISED, Map.of(FindingStep.RECTIFIED, FindingStage.RECTIFIED),
                FindingStage.RECTIFIED,
                        Map.of(
                                FindingStep.ACCEPTED, FindingStage.ACCEPTED,
                                FindingStep.REJECTED, FindingStage.RAISED),
                FindingStage.ACCEPTED, Map.of());
        for (FindingStage stage : FindingStage.values()) {
            for (FindingStep step : FindingStep.values()) {
                assertThat(stage.after(step).orElse(null))
                        .as(stage + " " + step)
                        .isEqualTo(moves.get(stage).get(step));
            }
        }
    }
}
