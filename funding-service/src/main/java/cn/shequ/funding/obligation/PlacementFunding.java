package cn.shequ.funding.obligation;

import cn.shequ.events.admission.TaskSigned;
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
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Money follows the task (Art. 5, 11): a signed task opens, for each community and funding year, a fund that serves this
 * task alone and the obligation to pay it before the task enters. Where nothing is due nothing is opened.
 */
@ApplicationScoped
class PlacementFunding implements EventHandler<TaskSigned> {

    private static final String OPENED_BY = "admission";
    private static final MonthDay LAST_OF_YEAR = MonthDay.of(12, 31);

    private final Ledgers ledgers;
    private final Funds funds;
    private final Obligations obligations;

    PlacementFunding(Ledgers ledgers, Funds funds, Obligations obligations) {
        this.ledgers = ledgers;
        this.funds = funds;
        this.obligations = obligations;
    }

    @Override
    public Class<TaskSigned> handles() {
        return TaskSigned.class;
    }

    private record Due(TaskSigned.Placement placement, TaskSigned.Funding funding, Ledger ledger) {}

    @Override
    public void handle(EventEnvelope<TaskSigned> event) {
        TaskSigned task = event.data();
        List<Due> due = new ArrayList<>();
        for (TaskSigned.Placement placement : task.placements()) {
            List<TaskSigned.Funding> owed = placement.funding().stream()
                    .filter(funding -> Money.of(funding.amountDue()).isPositive())
                    .toList();
            if (!owed.isEmpty()) {
                Ledger ledger = ledgers.keeping(DivisionCode.of(placement.community()), task.signedOn())
                        .orElseThrow(() -> new NotYetKnown("ledger of community " + placement.community()));
                owed.forEach(funding -> due.add(new Due(placement, funding, ledger)));
            }
        }
        List<UUID> opened =
                funds.open(due.stream().map(each -> fund(task, each)).toList(), OPENED_BY);
        List<ObligationTerms> terms = new ArrayList<>(due.size());
        for (int i = 0; i < due.size(); i++) {
            terms.add(obligation(task, due.get(i), opened.get(i)));
        }
        obligations.open(terms);
    }

    /** The money may be spent until the task ends, or to the end of its funding year where that is later. */
    private static FundTerms fund(TaskSigned task, Due due) {
        LocalDate endOfYear = LAST_OF_YEAR.atYear(due.funding().fundingYear());
        return FundTerms.of(
                due.ledger().id(),
                FundSource.DEPARTMENT,
                FundPurpose.ADMITTED_TASK,
                DivisionCode.of(due.placement().community()),
                due.funding().fundingYear(),
                task.validTo().isAfter(endOfYear) ? task.validTo() : endOfYear,
                UUID.fromString(due.placement().placement()));
    }

    private static ObligationTerms obligation(TaskSigned task, Due due, UUID fund) {
        return new ObligationTerms(
                due.ledger().id(),
                fund,
                due.ledger().division(),
                DivisionCode.of(due.placement().community()),
                new Payer(task.payer()),
                ObligationOrigin.PLACEMENT,
                UUID.fromString(due.placement().placement()),
                Share.WHOLE,
                due.funding().fundingYear(),
                Money.of(due.funding().amountDue()),
                due.funding().payBy());
    }
}
