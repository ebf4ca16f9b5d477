package cn.shequ.facilities.development;

import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The review of one plan by the rule of its day (Art. 13).
 *
 * @param upToPhase the figures are those of all phases up to this one
 * @param ruleDivision whose local rule it is; null for the product's row
 * @param rateSquareMetres per 100 households, as the rule said
 */
@Schema(description = "The review of one plan (Art. 13).")
public record PlanningReview(
        UUID id,
        UUID development,
        int plan,
        ReviewOutcome outcome,
        int upToPhase,
        int households,
        FloorArea requiredSquareMetres,
        FloorArea plannedSquareMetres,
        String ruleId,
        int ruleVersion,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Whose local rule it is; absent where the product's row decided.")
        @Nullable
        DivisionCode ruleDivision,

        FloorArea rateSquareMetres,
        LocalDate reviewedOn) {

    static PlanningReview of(UUID id, Development development, int plan, Rule rate, LocalDate on) {
        PlanStandard.Measure measure = PlanStandard.measure(development.phases(), rate);
        return new PlanningReview(
                id,
                development.id(),
                plan,
                measure.isMet() ? ReviewOutcome.APPROVED : ReviewOutcome.REJECTED,
                measure.upToPhase(),
                measure.households(),
                measure.required(),
                measure.planned(),
                rate.id(),
                rate.version(),
                rate.division(),
                new FloorArea(rate.decimal()),
                on);
    }

    @JsonProperty
    public FloorArea missingSquareMetres() {
        return plannedSquareMetres.missingTo(requiredSquareMetres);
    }

    /** What the planner is told of a rejected plan; the review itself is kept. */
    Refusal refusal(Rule rate) {
        return Refusal.of(FacilitiesProblem.PLAN_BELOW_STANDARD)
                .with("required", requiredSquareMetres.toString())
                .with("planned", plannedSquareMetres.toString())
                .with("missing", missingSquareMetres().toString())
                .with("households", households)
                .with("upToPhase", upToPhase)
                .under(rate);
    }
}
