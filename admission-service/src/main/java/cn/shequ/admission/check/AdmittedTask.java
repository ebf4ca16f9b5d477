package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A placement with what the approval states: content, objects, authority and time limit (Art. 5).
 *
 * @param validTo the last day, included
 * @param fundedThrough the last day that payments cover, the grace of a later year included; absent when nothing more is due
 * @param fundingRule the row of the rulebook by which that was found, by its reference
 * @param exitedOn the day from which on it is out of the community, after an exit
 * @param owed what is owed next for it; nothing where it was read for a list or a past day
 */
public record AdmittedTask(
        UUID placement,
        UUID application,
        CreditCode department,
        String departmentName,
        String matter,
        String title,
        String content,
        String objects,
        String authority,
        LocalDate validFrom,
        LocalDate validTo,
        @JsonIgnore PlacementStage stage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate fundedThrough,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fundingRule,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate exitedOn,
        @JsonIgnore @Nullable AmountDue owed) {

    /** What stands in the way of asking for it on a day, or that nothing does. */
    ReasonCode standing(LocalDate on) {
        if (on.isAfter(validTo) && stage != PlacementStage.EXITED) {
            return ReasonCode.EXPIRED;
        }
        return switch (stage) {
            case EXPIRED -> ReasonCode.EXPIRED;
            case EXITED -> ReasonCode.EXITED;
            case AWAITING_FUNDS, FUNDS_LAPSED -> ReasonCode.FUNDS_NOT_PAID;
            case ACTIVE -> {
                if (fundedThrough != null && on.isAfter(fundedThrough)) {
                    yield ReasonCode.FUNDS_NOT_PAID;
                }
                yield on.isBefore(validFrom) ? ReasonCode.NOT_YET_VALID : ReasonCode.ADMITTED;
            }
        };
    }
}
