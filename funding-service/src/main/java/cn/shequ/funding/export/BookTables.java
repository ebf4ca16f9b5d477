package cn.shequ.funding.export;

import cn.shequ.funding.ledger.Ledger;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** The tables of the books: ledgers, funds, balances, vouchers. */
final class BookTables {

    /** A table by name, with its columns. */
    record Table(String name, List<String> columns, XlsxBook.Filling filling) {}

    private final BookSource books;
    private final BookScope scope;
    private final ControlTotals totals;
    private final UnaryOperator<String> account;
    private final UnaryOperator<String> kind;

    /**
     * @param account what an account is called
     * @param kind what a kind of entry is called
     */
    BookTables(
            BookSource books,
            BookScope scope,
            ControlTotals totals,
            UnaryOperator<String> account,
            UnaryOperator<String> kind) {
        this.books = books;
        this.scope = scope;
        this.totals = totals;
        this.account = account;
        this.kind = kind;
    }

    List<Table> all() {
        return List.of(
                new Table("ledgers", List.of("ledger", "division", "ledgerKind", "openedOn"), this::ledgers),
                new Table(
                        "funds",
                        List.of("ledger", "fund", "source", "purpose", "community", "fiscalYear", "spendBy"),
                        this::funds),
                new Table(
                        "balances",
                        List.of(
                                "ledger",
                                "division",
                                "account",
                                "fund",
                                "category",
                                "payer",
                                "opening",
                                "debit",
                                "credit",
                                "closing"),
                        this::balances),
                new Table(
                        "vouchers",
                        List.of(
                                "ledger",
                                "division",
                                "voucher",
                                "bookedOn",
                                "line",
                                "kind",
                                "account",
                                "fund",
                                "category",
                                "payer",
                                "debit",
                                "credit",
                                "madeBy",
                                "entry",
                                "document",
                                "reverses",
                                "sequence",
                                "recordedAt"),
                        this::vouchers));
    }

    private void ledgers(Rows rows) throws IOException {
        for (Ledger ledger : scope.ledgers()) {
            rows.add(ledger.id(), ledger.division(), ledger.kind().name(), ledger.openedOn());
        }
    }

    private void funds(Rows rows) throws IOException {
        for (Ledger ledger : scope.ledgers()) {
            for (BookFund fund : books.funds(ledger, scope)) {
                rows.add(
                        ledger.id(),
                        fund.id(),
                        fund.source(),
                        fund.purpose(),
                        fund.community(),
                        fund.fiscalYear(),
                        fund.spendBy());
            }
        }
    }

    private void balances(Rows rows) throws IOException {
        for (Ledger ledger : scope.ledgers()) {
            for (BookBalance balance : books.balances(ledger, scope)) {
                totals.take(balance);
                rows.add(
                        ledger.id(),
                        ledger.division(),
                        account.apply(balance.account()),
                        balance.fund(),
                        balance.category(),
                        balance.payer(),
                        balance.opening(),
                        balance.debit(),
                        balance.credit(),
                        balance.closing());
            }
        }
    }

    private void vouchers(Rows rows) throws IOException {
        for (Ledger ledger : scope.ledgers()) {
            books.lines(ledger, scope, line -> {
                totals.take(line);
                rows.add(
                        ledger.id(),
                        ledger.division(),
                        line.voucher(),
                        line.bookedOn(),
                        line.line(),
                        kind.apply(line.kind()),
                        account.apply(line.account()),
                        line.fund(),
                        line.category(),
                        line.payer(),
                        line.debit(),
                        line.credit(),
                        line.madeBy(),
                        line.entry(),
                        line.document(),
                        line.reverses(),
                        line.sequence(),
                        line.recordedAt());
            });
        }
    }
}
