package cn.shequ.facilities.premises;

import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A disposal as it was kept: done, or attempted against Art. 14. */
@Schema(description = "A disposal of premises that were not handed over.")
public record RecordedDisposal(UUID id, UUID premises, Disposal disposal, LocalDate plannedOn, Outcome outcome) {

    /** What became of it. */
    public enum Outcome {
        RECORDED,
        REFUSED
    }

    /** Handed-over premises are never leased out, transferred or mortgaged (Art. 14). */
    static RecordedDisposal of(UUID id, ServicePremises premises, NewDisposal asked) {
        Outcome outcome = premises.handedOver() ? Outcome.REFUSED : Outcome.RECORDED;
        return new RecordedDisposal(id, premises.id(), asked.disposal(), asked.plannedOn(), outcome);
    }

    Optional<Refusal> refusal() {
        return switch (outcome) {
            case RECORDED -> Optional.empty();
            case REFUSED ->
                Optional.of(Refusal.of(FacilitiesProblem.DISPOSAL_PROHIBITED).with("disposal", disposal.name()));
        };
    }
}
