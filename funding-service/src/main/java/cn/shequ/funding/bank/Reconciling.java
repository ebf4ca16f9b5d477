package cn.shequ.funding.bank;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** Books and bank side by side, on a day that the bank's statements cover. */
@ApplicationScoped
class Reconciling {

    private final Ledgers ledgers;
    private final BankStatements statements;
    private final Unmatched unmatched;

    Reconciling(Ledgers ledgers, BankStatements statements, Unmatched unmatched) {
        this.ledgers = ledgers;
        this.statements = statements;
        this.unmatched = unmatched;
    }

    BankReconciliation on(UUID ledger, LocalDate on) {
        LocalDate since = coveredSince(ledgers.toSee(ledger).id(), on);
        return BankReconciliation.of(
                ledger, since, on, unmatched.figures(ledger, since, on, statements.balance(ledger, on)));
    }

    Page<BankLine> lines(UUID ledger, LocalDate on, PageRequest page) {
        coveredSince(ledgers.toSee(ledger).id(), on);
        return unmatched.lines(ledger, on, page);
    }

    Page<BankMovement> entries(UUID ledger, LocalDate on, PageRequest page) {
        return unmatched.entries(ledger, coveredSince(ledgers.toSee(ledger).id(), on), on, page);
    }

    /** The first day of the first statement; statements follow on each other without gaps. */
    private LocalDate coveredSince(UUID ledger, LocalDate on) {
        Refusal none = Refusal.of(FundingProblem.NO_STATEMENT_FOR_DAY).with("on", on);
        BankStatement first = statements.first(ledger).orElseThrow(() -> none.with("coveredFrom", "–")
                .with("coveredTo", "–"));
        LocalDate until = statements.last(ledger).orElse(first).periodTo();
        if (on.isBefore(first.periodFrom()) || on.isAfter(until)) {
            throw none.with("coveredFrom", first.periodFrom()).with("coveredTo", until);
        }
        return first.periodFrom();
    }
}
