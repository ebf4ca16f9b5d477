package cn.shequ.funding.obligation;

import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.events.workforce.PayKind;
import cn.shequ.events.workforce.PayrollApproved;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An approved payroll opens what is owed for it: allowances of committee members and titles by the district (Art. 21, 22),
 * pay and working costs of public-welfare posts by the city departments (Art. 18). The district's and the departments' money
 * for one community stands in funds of its own each, and working costs apart from pay.
 */
@ApplicationScoped
class PayrollFunding implements EventHandler<PayrollApproved> {

    private static final String OPENED_BY = "workforce";

    private final Ledgers ledgers;
    private final Funds funds;
    private final Obligations obligations;

    PayrollFunding(Ledgers ledgers, Funds funds, Obligations obligations) {
        this.ledgers = ledgers;
        this.funds = funds;
        this.obligations = obligations;
    }

    private record Pot(DivisionCode community, FundSource source, FundPurpose purpose) {}

    @Override
    public Class<PayrollApproved> handles() {
        return PayrollApproved.class;
    }

    @Override
    public void handle(EventEnvelope<PayrollApproved> event) {
        PayrollApproved payroll = event.data();
        Map<Pot, List<PayrollApproved.Item>> pots = new LinkedHashMap<>();
        payroll.items().stream()
                .filter(item -> Money.of(item.amount()).isPositive())
                .forEach(item -> pots.computeIfAbsent(pot(item), pot -> new ArrayList<>())
                        .add(item));
        Map<DivisionCode, Ledger> keeping =
                ledgers.keeping(pots.keySet().stream().map(Pot::community).toList(), payroll.approvedOn());
        List<FundTerms> terms = pots.keySet().stream()
                .map(pot -> fund(payroll, pot, known(keeping, pot.community())))
                .toList();
        List<UUID> opened = funds.open(terms, OPENED_BY);
        List<ObligationTerms> owed = new ArrayList<>();
        int next = 0;
        for (Map.Entry<Pot, List<PayrollApproved.Item>> each : pots.entrySet()) {
            UUID fund = opened.get(next++);
            Ledger ledger = known(keeping, each.getKey().community());
            each.getValue().forEach(item -> owed.add(obligation(payroll, item, ledger, fund)));
        }
        obligations.open(owed);
    }

    private static Ledger known(Map<DivisionCode, Ledger> keeping, DivisionCode community) {
        Ledger ledger = keeping.get(community);
        if (ledger == null) {
            throw new NotYetKnown("ledger of community " + community);
        }
        return ledger;
    }

    private static Pot pot(PayrollApproved.Item item) {
        PayKind kind = PayKind.valueOf(item.kind());
        return new Pot(
                DivisionCode.of(item.community()),
                kind.isPaidByDepartment() ? FundSource.DEPARTMENT : FundSource.DISTRICT,
                kind == PayKind.POST_WORKING_COSTS ? FundPurpose.WORKING_COSTS : FundPurpose.PAY);
    }

    private static FundTerms fund(PayrollApproved payroll, Pot pot, Ledger ledger) {
        return FundTerms.of(
                ledger.id(),
                pot.source(),
                pot.purpose(),
                pot.community(),
                payroll.year(),
                LocalDate.of(Math.max(payroll.year(), payroll.payBy().getYear()), 12, 31),
                UUID.fromString(payroll.payroll()));
    }

    private static ObligationTerms obligation(
            PayrollApproved payroll, PayrollApproved.Item item, Ledger ledger, UUID fund) {
        return new ObligationTerms(
                ledger.id(),
                fund,
                ledger.division(),
                DivisionCode.of(item.community()),
                new Payer(item.payer()),
                ObligationOrigin.PAYROLL,
                UUID.fromString(payroll.payroll()),
                share(PayKind.valueOf(item.kind())),
                payroll.year(),
                Money.of(item.amount()),
                payroll.payBy());
    }

    private static Share share(PayKind kind) {
        return switch (kind) {
            case COMMITTEE_ALLOWANCE -> Share.COMMITTEE_ALLOWANCE;
            case TITLE_ALLOWANCE -> Share.TITLE_ALLOWANCE;
            case POST_PAY -> Share.POST_PAY;
            case POST_WORKING_COSTS -> Share.POST_WORKING_COSTS;
        };
    }
}
