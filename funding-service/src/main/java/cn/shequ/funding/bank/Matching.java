package cn.shequ.funding.bank;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds which line of the bank is which entry of the books; what is not certain is for a person who did not pay it. */
@ApplicationScoped
class Matching {

    private static final String WINDOW = "reconciliation.date-window";

    private final Ledgers ledgers;
    private final BankStatements statements;
    private final BankMatches matches;
    private final Rulebook rulebook;
    private final Callers callers;

    Matching(Ledgers ledgers, BankStatements statements, BankMatches matches, Rulebook rulebook, Callers callers) {
        this.ledgers = ledgers;
        this.statements = statements;
        this.matches = matches;
        this.rulebook = rulebook;
        this.callers = callers;
    }

    /** How many pairs were found, by the bank's reference and by amount and date. */
    record Found(int byReference, int byAmountAndDate) {}

    Found matchWhatIsCertain(UUID ledger) {
        return matchWhatIsCertain(ledgers.toActOn(ledger));
    }

    Found matchWhatIsCertain(Ledger ledger) {
        String by = callers.current().subject();
        int byReference = matches.matchByReference(ledger.id(), by);
        return new Found(
                byReference, matches.matchByAmount(ledger.id(), by, rulebook.today(WINDOW, ledger.division())));
    }

    BankMatch match(NewMatch wanted) {
        BankLine line = statements.line(wanted.line()).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        Ledger ledger = ledgers.toActOn(line.ledger());
        BankMovement movement = matches.movement(wanted.entry())
                .filter(found -> found.ledger().equals(ledger.id()))
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        String by = callers.current().subject();
        requireNotPaidBy(by, movement);
        if (!line.amount().equals(movement.amount())) {
            throw Refusal.of(FundingProblem.MATCH_AMOUNTS_DIFFER)
                    .with("line", line.amount())
                    .with("entry", movement.amount());
        }
        UUID id = matches.add(ledger.id(), wanted, by).orElseThrow(() -> Refusal.of(FundingProblem.ALREADY_MATCHED)
                .with("line", wanted.line())
                .with("entry", wanted.entry()));
        return matches.find(id).orElseThrow();
    }

    BankMatch undo(UUID id, Unmatching wanted) {
        BankMatch match = matches.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        ledgers.toActOn(match.ledger());
        String by = callers.current().subject();
        matches.movement(match.entry()).ifPresent(movement -> requireNotPaidBy(by, movement));
        if (match.isUndone() || !matches.undo(id, wanted.reason(), by)) {
            throw Refusal.of(FundingProblem.ALREADY_UNMATCHED).with("match", id);
        }
        return matches.find(id).orElseThrow();
    }

    private static void requireNotPaidBy(String person, BankMovement movement) {
        if (movement.wasPaidBy(person)) {
            throw Refusal.of(FundingProblem.PAYER_DOES_NOT_RECONCILE).with("entry", movement.entry());
        }
    }
}
