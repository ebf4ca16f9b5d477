package cn.shequ.admission.exit;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The task in one of the communities that a proposed exit covers, and what was said there (Art. 5).
 *
 * @param entered whether the task was in the community when its exit was proposed, so that its residents are asked
 * @param open whether it is covered and nothing is decided yet
 * @param ballots of the residents, with those that reject the task
 * @param rejectionShare the percentage of ballots from which on it is generally rejected
 * @param kept whether the residents do not generally reject it: here it stays, whatever becomes of the others
 * @param position what the community says, where it did not propose the exit
 * @param exitedOn since when it is out of the community
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoveredPlacement(
        UUID placementId,
        DivisionCode community,
        boolean entered,
        boolean open,
        @Nullable LocalDate heldOn,
        @Nullable Integer ballots,
        @Nullable Integer rejecting,
        @Nullable BigDecimal rejectionShare,
        @Nullable String rejectionRule,
        boolean kept,
        @Nullable Position position,
        @Nullable String statement,
        @Nullable String statedBy,
        @Nullable LocalDate statedOn,
        @Nullable LocalDate exitedOn) {}
