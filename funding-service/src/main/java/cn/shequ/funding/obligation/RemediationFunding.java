package cn.shequ.funding.obligation;

import cn.shequ.events.facilities.RemediationApproved;
import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.fund.FundSource;
import cn.shequ.funding.fund.FundTerms;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import cn.shequ.kit.inbox.NotYetKnown;
import cn.shequ.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An approved remedy for a weak community's premises opens its fund and what is owed to it (Art. 12). */
@ApplicationScoped
class RemediationFunding implements EventHandler<RemediationApproved> {

    private static final String OPENED_BY = "facilities";
    private static final int DIGITS_OF_DIVISION = 12;

    private final Ledgers ledgers;
    private final Funds funds;
    private final Obligations obligations;

    RemediationFunding(Ledgers ledgers, Funds funds, Obligations obligations) {
        this.ledgers = ledgers;
        this.funds = funds;
        this.obligations = obligations;
    }

    @Override
    public Class<RemediationApproved> handles() {
        return RemediationApproved.class;
    }

    @Override
    public void handle(EventEnvelope<RemediationApproved> event) {
        RemediationApproved remedy = event.data();
        Money cost = Money.of(remedy.cost());
        if (cost.isZero()) {
            return;
        }
        DivisionCode community = DivisionCode.of(remedy.community());
        Ledger ledger = ledgers.keeping(community, remedy.approvedOn())
                .orElseThrow(() -> new NotYetKnown("ledger of community " + community));
        UUID reference = UUID.fromString(remedy.remediation());
        int year = remedy.payBy().getYear();
        LocalDate endOfYear = LocalDate.of(year, 12, 31);
        FundSource source = remedy.payer().length() == DIGITS_OF_DIVISION ? FundSource.DISTRICT : FundSource.DEPARTMENT;
        LocalDate spendBy = remedy.completeBy().isAfter(endOfYear) ? remedy.completeBy() : endOfYear;
        UUID fund = funds.open(
                        List.of(FundTerms.of(
                                ledger.id(), source, FundPurpose.REMEDIATION, community, year, spendBy, reference)),
                        OPENED_BY)
                .getFirst();
        obligations.open(List.of(new ObligationTerms(
                ledger.id(),
                fund,
                ledger.division(),
                community,
                new Payer(remedy.payer()),
                ObligationOrigin.REMEDIATION,
                reference,
                Share.WHOLE,
                year,
                cost,
                remedy.payBy())));
    }
}
