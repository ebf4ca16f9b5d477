package cn.shequ.funding.obligation;

import cn.shequ.events.funding.CancellationReason;
import cn.shequ.events.funding.ObligationCancelled;
import cn.shequ.events.funding.ObligationOpened;
import cn.shequ.events.funding.ObligationReopened;
import cn.shequ.events.funding.ObligationSettled;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How obligations are told of. */
public final class ObligationEvents {

    private ObligationEvents() {}

    static ObligationOpened opened(UUID id, ObligationTerms terms) {
        return new ObligationOpened(
                id.toString(),
                terms.ledger().toString(),
                terms.fund().toString(),
                terms.division().value(),
                text(terms.community()),
                terms.payer().value(),
                terms.origin().name(),
                terms.originReference().toString(),
                terms.fundingYear(),
                terms.amountDue().toString(),
                terms.dueOn());
    }

    public static ObligationSettled settled(Obligation obligation, LocalDate settledOn, UUID receipt) {
        return new ObligationSettled(
                obligation.id().toString(),
                obligation.ledger().toString(),
                obligation.fund().toString(),
                obligation.division().value(),
                text(obligation.community()),
                obligation.payer().value(),
                obligation.origin().name(),
                obligation.originReference().toString(),
                obligation.fundingYear(),
                obligation.amountDue().toString(),
                obligation.dueOn(),
                settledOn,
                receipt.toString());
    }

    public static ObligationReopened reopened(
            Obligation obligation, Money outstanding, LocalDate reopenedOn, UUID reversal) {
        return new ObligationReopened(
                obligation.id().toString(),
                obligation.ledger().toString(),
                obligation.fund().toString(),
                obligation.division().value(),
                text(obligation.community()),
                obligation.payer().value(),
                obligation.origin().name(),
                obligation.originReference().toString(),
                obligation.fundingYear(),
                obligation.amountDue().toString(),
                obligation.dueOn(),
                outstanding.toString(),
                reopenedOn,
                reversal.toString());
    }

    static ObligationCancelled cancelled(
            Obligation obligation, CancellationReason reason, UUID reference, LocalDate cancelledOn) {
        return new ObligationCancelled(
                obligation.id().toString(),
                obligation.ledger().toString(),
                obligation.fund().toString(),
                obligation.division().value(),
                text(obligation.community()),
                obligation.payer().value(),
                obligation.origin().name(),
                obligation.originReference().toString(),
                obligation.fundingYear(),
                obligation.amountDue().toString(),
                obligation.dueOn(),
                obligation.outstanding().toString(),
                reason.name(),
                reference.toString(),
                cancelledOn);
    }

    private static @Nullable String text(@Nullable DivisionCode community) {
        return community == null ? null : community.value();
    }
}
