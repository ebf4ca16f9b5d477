package cn.shequ.admission.refusal;

import cn.shequ.admission.check.ReasonCode;
import cn.shequ.admission.duty.LegalBasis;
import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.DemandRefused;
import cn.shequ.events.admission.RefusalGrounds;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as it is kept (Art. 4). What was demanded is free text and stays here; events do not carry it.
 *
 * @param demandingBody the credit code; null for a body that is not registered
 * @param finding what the admission check said at that moment
 * @param coordinatingDivision whose leading-group office coordinates
 * @param coordinateBy the last day for it
 * @param deadlineRule the row of the rulebook for that day, as {@code id@version}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemandRefusal(
        UUID id,
        DivisionCode community,
        @Nullable CreditCode demandingBody,
        String demandingBodyName,
        AffiliationLevel demandingBodyLevel,
        String matter,
        String demanded,
        RefusalGrounds grounds,
        ReasonCode finding,
        String refusedBy,
        LocalDate refusedOn,
        DivisionCode coordinatingDivision,
        LocalDate coordinateBy,
        String deadlineRule,
        RefusalOutcome.@Nullable Kind outcome,
        @Nullable UUID applicationId,
        @Nullable LegalBasisKind basisKind,
        @Nullable String basisCitation,
        @Nullable String note,
        @Nullable String closedBy,
        @Nullable LocalDate closedOn) {

    boolean isClosed() {
        return outcome != null;
    }

    DemandRefused told() {
        return new DemandRefused(
                id.toString(),
                community.value(),
                demandingBody == null ? null : demandingBody.value(),
                demandingBodyLevel.name(),
                grounds.name(),
                refusedOn);
    }

    DemandRefusal closed(RefusalOutcome decided, String person, LocalDate day) {
        LegalBasis basis = decided.legalBasis();
        return new DemandRefusal(
                id,
                community,
                demandingBody,
                demandingBodyName,
                demandingBodyLevel,
                matter,
                demanded,
                grounds,
                finding,
                refusedBy,
                refusedOn,
                coordinatingDivision,
                coordinateBy,
                deadlineRule,
                decided.outcome(),
                decided.application(),
                basis == null ? null : basis.kind(),
                basis == null ? null : basis.citation(),
                decided.note(),
                person,
                day);
    }
}
