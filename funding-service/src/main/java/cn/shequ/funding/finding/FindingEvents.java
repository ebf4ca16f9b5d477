package cn.shequ.funding.finding;

import cn.shequ.events.EventData;
import cn.shequ.events.funding.FundsWithheld;
import cn.shequ.events.funding.ObligationLate;
import cn.shequ.events.funding.ObligationShort;
import cn.shequ.funding.obligation.Obligation;
import cn.shequ.kit.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** How findings are told of. */
final class FindingEvents {

    private FindingEvents() {}

    static EventData late(Obligation obligation, Finding finding) {
        return new ObligationLate(
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
                finding.id().toString(),
                finding.deadline(),
                finding.provisional(),
                finding.foundOn());
    }

    static EventData paidShort(Obligation obligation, Finding finding) {
        return new ObligationShort(
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
                finding.id().toString(),
                finding.amountActual().toString(),
                finding.deadline(),
                finding.provisional(),
                finding.foundOn());
    }

    static EventData withheld(int fiscalYear, Finding finding) {
        return new FundsWithheld(
                finding.id().toString(),
                finding.ledger().toString(),
                finding.fund().toString(),
                finding.division().value(),
                fiscalYear,
                finding.amountOwed().toString(),
                finding.missing().toString(),
                finding.deadline(),
                finding.provisional(),
                finding.foundOn());
    }

    private static @Nullable String text(@Nullable DivisionCode community) {
        return community == null ? null : community.value();
    }
}
