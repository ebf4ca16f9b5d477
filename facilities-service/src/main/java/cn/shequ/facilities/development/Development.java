package cn.shequ.facilities.development;

import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new development with its present plan.
 *
 * @param plan the number of the present plan; a changed plan gets the next one
 */
@Schema(description = "A new development with its present plan.")
public record Development(
        UUID id,
        DivisionCode division,
        CreditCode developer,
        DevelopmentKind kind,
        String location,
        int plan,
        DevelopmentStage stage,
        int version,
        List<Phase> phases) {

    public Development {
        phases = List.copyOf(phases);
    }

    static Development of(UUID id, NewDevelopment asked) {
        requireInOrder(asked.phases());
        return new Development(
                id,
                asked.division(),
                asked.developer(),
                asked.kind(),
                asked.location(),
                1,
                DevelopmentStage.PLANNED,
                1,
                asked.phases());
    }

    Development planned(NewPlan changed) {
        requireInOrder(changed.phases());
        DevelopmentStage next = after(DevelopmentStage.Command.CHANGE_PLAN);
        return new Development(id, division, developer, kind, location, plan + 1, next, version + 1, changed.phases());
    }

    /** @throws Refusal when another plan than the present one is meant, or it was reviewed already */
    Development reviewed(int reviewedPlan, ReviewOutcome outcome) {
        if (reviewedPlan != plan) {
            throw Refusal.of(FacilitiesProblem.PLAN_SUPERSEDED)
                    .with("plan", reviewedPlan)
                    .with("present", plan);
        }
        DevelopmentStage next = after(
                switch (outcome) {
                    case APPROVED -> DevelopmentStage.Command.APPROVE;
                    case REJECTED -> DevelopmentStage.Command.REJECT;
                });
        return new Development(id, division, developer, kind, location, plan, next, version + 1, phases);
    }

    private DevelopmentStage after(DevelopmentStage.Command command) {
        return stage.after(command).orElseThrow(() -> Refusal.of(FacilitiesProblem.PLAN_ALREADY_REVIEWED)
                .with("plan", plan)
                .with("outcome", stage.name()));
    }

    private static void requireInOrder(List<Phase> phases) {
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).phase() != i + 1) {
                throw Refusal.of(FacilitiesProblem.PHASES_OUT_OF_ORDER)
                        .at(FieldError.of(
                                "phases[" + i + "].phase",
                                "out-of-order",
                                Map.of("value", phases.get(i).phase(), "required", i + 1)));
            }
        }
    }
}
