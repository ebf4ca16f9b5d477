package cn.shequ.admission.burden;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.territory.Reach;
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
 * @param matter what it is for; null in exemptions that were requested before they had to name it, which are for nothing
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
        @Nullable String matter,
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

    /** A department's officer reaches what the own department asked for. */
    Reach reach() {
        return Reach.of(decidingDivision).ownedBy(department.value());
    }

    /** How far it has come. */
    public enum Stage {
        REQUESTED,
        APPROVED,
        DECLINED
    }

    /** Whether it was approved for demands of this kind and matter. */
    boolean isFor(DemandKind demandKind, String demandMatter) {
        return stage == Stage.APPROVED && kind == demandKind && demandMatter.equals(matter);
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
                matter,
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
