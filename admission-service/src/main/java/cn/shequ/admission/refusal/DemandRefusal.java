package cn.shequ.admission.refusal;

import cn.shequ.admission.check.ReasonCode;
import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.duty.LegalBasis;
import cn.shequ.admission.duty.LegalBasisKind;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.events.admission.DemandRefused;
import cn.shequ.events.admission.RefusalGrounds;
import cn.shequ.events.admission.RefusalOverdue;
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
 * @param coordinateBy the last day for it, a business day; after it the principal leader of that group decides
 * @param provisional whether the holidays of that day's year were not announced when it was counted; while it is open it is
 *     counted anew, and until then the office has it
 * @param deadlineRule the row of the rulebook for that day, by its reference
 * @param escalatedOn the first day on which it was before the leader; null while the office has it or that was not said yet
 * @param closedAs whether the office ended it, or the leader or a deputy
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
        boolean provisional,
        String deadlineRule,
        @Nullable LocalDate escalatedOn,
        RefusalOutcome.@Nullable Kind outcome,
        @Nullable UUID applicationId,
        @Nullable LegalBasisKind basisKind,
        @Nullable String basisCitation,
        @Nullable String note,
        @Nullable String closedBy,
        @Nullable Capacity closedAs,
        @Nullable LocalDate closedOn) {

    boolean isClosed() {
        return outcome != null;
    }

    /** Whether its coordination takes longer than it may. */
    boolean isOverdue(LocalDate today) {
        return !isClosed() && coordination().isOver(today);
    }

    DueDay coordination() {
        return new DueDay(coordinateBy, provisional);
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

    RefusalOverdue overdue(LocalDate since) {
        return new RefusalOverdue(
                id.toString(),
                community.value(),
                demandingBody == null ? null : demandingBody.value(),
                demandingBodyLevel.name(),
                coordinatingDivision.value(),
                coordinateBy,
                since);
    }

    DemandRefusal escalated(LocalDate since) {
        return with(since, outcome, applicationId, basisKind, basisCitation, note, closedBy, closedAs, closedOn);
    }

    DemandRefusal closed(RefusalOutcome decided, String person, Capacity capacity, LocalDate day) {
        LegalBasis basis = decided.legalBasis();
        return with(
                escalatedOn,
                decided.outcome(),
                decided.application(),
                basis == null ? null : basis.kind(),
                basis == null ? null : basis.citation(),
                decided.note(),
                person,
                capacity,
                day);
    }

    /** What coordination changes; what was refused stays as it is. */
    private DemandRefusal with(
            @Nullable LocalDate since,
            RefusalOutcome.@Nullable Kind ended,
            @Nullable UUID application,
            @Nullable LegalBasisKind kind,
            @Nullable String citation,
            @Nullable String remark,
            @Nullable String person,
            @Nullable Capacity capacity,
            @Nullable LocalDate day) {
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
                provisional,
                deadlineRule,
                since,
                ended,
                application,
                kind,
                citation,
                remark,
                person,
                capacity,
                day);
    }
}
