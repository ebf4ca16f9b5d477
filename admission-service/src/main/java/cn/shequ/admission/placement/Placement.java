package cn.shequ.admission.placement;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed task in one community (Art. 5).
 *
 * @param department who may ask now
 * @param matter the domain, or {@link #EXCEPTIONAL}
 * @param validTo the last day, included
 * @param fundedThrough the last day that payments so far cover; null when nothing more is due
 * @param fundingRule the row of the rulebook by which that was found, by its reference
 * @param exitId the exit that took it out of the community
 * @param exitedOn the day from which on it is out of the community
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Placement(
        UUID id,
        @JsonIgnore UUID applicationId,
        CreditCode department,
        DivisionCode community,
        String matter,
        PlacementStage stage,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable LocalDate fundedThrough,
        @Nullable String fundingRule,
        @Nullable UUID exitId,
        @Nullable LocalDate exitedOn) {

    /** The matter of a task outside the sixteen domains that was admitted on exceptional grounds. */
    public static final String EXCEPTIONAL = "EXCEPTIONAL";

    /** As it is on a day: dates count at the moment of asking, whether or not a job has run. */
    public Placement on(LocalDate day) {
        return !stage.isOver() && day.isAfter(validTo) ? in(PlacementStage.EXPIRED) : this;
    }

    /** Whether the task has entered the community by this day and is still there, whether or not it is paid for now. */
    public boolean isInCommunity(LocalDate day) {
        PlacementStage then = on(day).stage;
        return !day.isBefore(validFrom) && (then == PlacementStage.ACTIVE || then == PlacementStage.FUNDS_LAPSED);
    }

    /** @throws Refusal when the task has not entered the community by this day, or is not there any more */
    public void requireInCommunity(LocalDate day) {
        if (!isInCommunity(day)) {
            throw notInCommunity(on(day).stage);
        }
    }

    /** @param then the stage that says so */
    public Refusal notInCommunity(PlacementStage then) {
        return Refusal.of(AdmissionProblem.PLACEMENT_NOT_IN_COMMUNITY)
                .with("placement", id)
                .with("stage", then)
                .with("validFrom", validFrom)
                .with("validTo", validTo);
    }

    Placement in(PlacementStage next) {
        return new Placement(
                id,
                applicationId,
                department,
                community,
                matter,
                next,
                validFrom,
                validTo,
                fundedThrough,
                fundingRule,
                exitId,
                exitedOn);
    }

    Placement fundedThrough(@Nullable LocalDate day, Rule rule) {
        return new Placement(
                id,
                applicationId,
                department,
                community,
                matter,
                stage,
                validFrom,
                validTo,
                day,
                rule.reference(),
                exitId,
                exitedOn);
    }
}
