package cn.shequ.funding.bank;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The accountant imports what the bank says: it must add up, follow on what came before, and is imported once. */
@ApplicationScoped
class StatementImport {

    private static final int MOST_NAMED = 20;

    private final Ledgers ledgers;
    private final BankStatements statements;
    private final Matching matching;
    private final Callers callers;

    StatementImport(Ledgers ledgers, BankStatements statements, Matching matching, Callers callers) {
        this.ledgers = ledgers;
        this.statements = statements;
        this.matching = matching;
        this.callers = callers;
    }

    /**
     * What came of it.
     *
     * @param isNew whether it was not there before
     */
    record Imported(BankStatement statement, boolean isNew) {}

    Imported take(NewBankStatement wanted) {
        Ledger ledger = ledgers.toActOn(wanted.ledger());
        requireSound(wanted);
        statements.lock(ledger.id());
        Optional<BankStatement> before = statements.ofNumber(ledger.id(), wanted.number());
        if (before.isPresent()) {
            return sameAgain(before.get(), wanted);
        }
        requireNext(wanted);
        requireNewLines(wanted);
        UUID id = statements.add(wanted, callers.current().subject());
        matching.matchWhatIsCertain(ledger);
        return new Imported(statements.find(id).orElseThrow(), true);
    }

    private static Imported sameAgain(BankStatement before, NewBankStatement wanted) {
        if (!before.fingerprint().equals(wanted.fingerprint())) {
            throw Refusal.of(FundingProblem.STATEMENT_DIFFERS)
                    .with("number", wanted.number())
                    .with("statement", before.id())
                    .with("closing", before.closing())
                    .with("lines", before.lines());
        }
        return new Imported(before, false);
    }

    private static void requireSound(NewBankStatement wanted) {
        Refusal refusal = Refusal.of(HttpProblem.INVALID_REQUEST);
        if (wanted.periodTo().isBefore(wanted.periodFrom())) {
            refusal.at(FieldError.of("periodTo", "date-order"));
        }
        Set<String> references = new HashSet<>();
        for (int i = 0; i < wanted.lines().size() && refusal.errors().size() < MOST_NAMED; i++) {
            NewBankLine line = wanted.lines().get(i);
            if (!references.add(line.bankReference())) {
                refusal.at(FieldError.of(
                        "lines[" + i + "].bankReference", "duplicate", Map.of("value", line.bankReference())));
            }
            if (line.amount().isZero()) {
                refusal.at(FieldError.of(
                        "lines[" + i + "].amount",
                        "not-a-value",
                        Map.of("value", line.amount(), "type", "money in or out")));
            }
            if (line.bookedOn().isBefore(wanted.periodFrom()) || line.bookedOn().isAfter(wanted.periodTo())) {
                refusal.at(FieldError.of(
                        "lines[" + i + "].bookedOn",
                        "out-of-range",
                        Map.of("least", wanted.periodFrom(), "most", wanted.periodTo())));
            }
        }
        if (!refusal.errors().isEmpty()) {
            throw refusal;
        }
        Money moved = wanted.moved();
        Money sum = wanted.opening().plus(moved);
        if (!sum.equals(wanted.closing())) {
            throw Refusal.of(FundingProblem.STATEMENT_DOES_NOT_ADD_UP)
                    .with("opening", wanted.opening())
                    .with("moved", moved)
                    .with("sum", sum)
                    .with("closing", wanted.closing())
                    .with("difference", wanted.closing().minus(sum));
        }
    }

    private void requireNext(NewBankStatement wanted) {
        BankStatement last = statements.last(wanted.ledger()).orElse(null);
        if (last == null) {
            return;
        }
        LocalDate next = last.periodTo().plusDays(1);
        if (!wanted.periodFrom().equals(next) || !wanted.opening().equals(last.closing())) {
            throw Refusal.of(FundingProblem.STATEMENT_NOT_NEXT)
                    .with("last", last.number())
                    .with("requiredFrom", next)
                    .with("from", wanted.periodFrom())
                    .with("requiredOpening", last.closing())
                    .with("opening", wanted.opening());
        }
    }

    private void requireNewLines(NewBankStatement wanted) {
        List<String> known = statements.known(
                wanted.ledger(),
                wanted.lines().stream().map(NewBankLine::bankReference).toList(),
                MOST_NAMED);
        if (!known.isEmpty()) {
            throw Refusal.of(FundingProblem.BANK_LINE_ON_OTHER_STATEMENT).with("bankReferences", known);
        }
    }
}
