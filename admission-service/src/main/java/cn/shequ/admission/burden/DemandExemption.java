package cn.shequ.admission.burden;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reasoned exemption from what Art. 7 refuses "in principle", as it is kept.
 *
 * @param decidingDivision that of the body: its leading-group office decides
 * @param division where the communities lie that may be asked
 * @param validTo the last day, included
 * @param note why it was declined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemandExemption(
        UUID id,
        CreditCode department,
        DivisionCode decidingDivision,
        DivisionCode division,
        DemandKind kind,
        String demanded,
        String reason,
        LocalDate validFrom,
        LocalDate validTo,
        @JsonIgnore String requestedBy,
        LocalDate requestedOn,
        Stage stage,
        @JsonIgnore @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String note) {

    /** How far it has come. */
    public enum Stage {
        REQUESTED,
        APPROVED,
        DECLINED
    }

    boolean isInForce(LocalDate day) {
        return stage == Stage.APPROVED && !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    /** @param why it was declined; null when approved */
    DemandExemption decided(Stage decision, String person, LocalDate day, @Nullable String why) {
        return new DemandExemption(
                id,
                department,
                decidingDivision,
                division,
                kind,
                demanded,
                reason,
                validFrom,
                validTo,
                requestedBy,
                requestedOn,
                decision,
                person,
                day,
                why);
    }
}
