package cn.shequ.funding.export;

import cn.shequ.funding.ledger.Account;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.money.Money;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Accounts, balances and vouchers in the manner of GB/T 24589.2 (accounting software data interface, administrative and
 * institutional units): tables in the words that practice cites as the standard's, whose text was not to be had. Which
 * columns are such words and which are our own is said in docs/auditors.md; it is no XML by the standard's schema.
 */
final class AccountingData {

    private static final String CNY = "CNY";
    private static final Words WORDS = new Words(ReaderLanguage.CHINESE);

    private final BookSource books;
    private final BookScope scope;
    private final ControlTotals totals;

    AccountingData(BookSource books, BookScope scope, ControlTotals totals) {
        this.books = books;
        this.scope = scope;
        this.totals = totals;
    }

    List<BookTables.Table> all() {
        return List.of(
                new BookTables.Table("电子账簿", List.of("电子账簿编号", "电子账簿名称", "会计核算单位", "本位币", "会计年度"), this::accountBooks),
                new BookTables.Table("会计科目", List.of("科目编号", "科目名称", "科目级次", "余额方向"), this::accounts),
                new BookTables.Table(
                        "科目余额及发生额",
                        List.of(
                                "电子账簿编号", "科目编号", "专项资金编号", "支出类别编号", "缴款单位编号", "币种编码", "会计年度", "会计期间号", "期初余额方向",
                                "期初本币余额", "借方本币发生额", "贷方本币发生额", "期末余额方向", "期末本币余额"),
                        this::balances),
                new BookTables.Table(
                        "记账凭证",
                        List.of(
                                "电子账簿编号",
                                "记账凭证日期",
                                "会计年度",
                                "会计期间号",
                                "记账凭证类型编号",
                                "记账凭证编号",
                                "记账凭证行号",
                                "记账凭证摘要",
                                "科目编号",
                                "专项资金编号",
                                "支出类别编号",
                                "缴款单位编号",
                                "币种编码",
                                "借方本币金额",
                                "贷方本币金额",
                                "制单人",
                                "业务单据编号",
                                "分录编号",
                                "日志序号"),
                        this::vouchers));
    }

    private void accountBooks(Rows rows) throws IOException {
        for (Ledger ledger : scope.ledgers()) {
            rows.add(
                    ledger.id(),
                    WORDS.table(ledger.kind().name()),
                    ledger.division(),
                    CNY,
                    scope.to().getYear());
        }
    }

    private void accounts(Rows rows) throws IOException {
        for (Account account : Account.values()) {
            rows.add(account.name(), WORDS.account(account.name()), 1, WORDS.side(account.name()));
        }
    }

    private void balances(Rows rows) throws IOException {
        for (Ledger ledger : scope.ledgers()) {
            for (YearMonth month : months().toList()) {
                BookScope period = scope.between(month.atDay(1), month.atEndOfMonth());
                for (BookBalance balance : books.balances(ledger, period)) {
                    rows.add(
                            ledger.id(),
                            balance.account(),
                            balance.fund(),
                            balance.category(),
                            balance.payer(),
                            CNY,
                            month.getYear(),
                            month.getMonthValue(),
                            side(balance.opening()),
                            size(balance.opening()),
                            balance.debit(),
                            balance.credit(),
                            side(balance.closing()),
                            size(balance.closing()));
                }
            }
            books.balances(ledger, scope).forEach(totals::take);
        }
    }

    private Stream<YearMonth> months() {
        YearMonth last = YearMonth.from(scope.to());
        return Stream.iterate(
                YearMonth.from(scope.from()), month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    private void vouchers(Rows rows) throws IOException {
        for (Ledger ledger : scope.ledgers()) {
            books.lines(ledger, scope, line -> {
                totals.take(line);
                rows.add(
                        ledger.id(),
                        line.bookedOn(),
                        line.bookedOn().getYear(),
                        line.bookedOn().getMonthValue(),
                        "记",
                        line.number(),
                        line.line(),
                        WORDS.kind(line.kind()),
                        line.account(),
                        line.fund(),
                        line.category(),
                        line.payer(),
                        CNY,
                        line.debit(),
                        line.credit(),
                        line.madeBy(),
                        line.document(),
                        line.entry(),
                        line.sequence());
            });
        }
    }

    /** 借, 贷, or 平 for nothing. */
    private static String side(Money balance) {
        return balance.isZero() ? "平" : balance.isNegative() ? "贷" : "借";
    }

    private static Money size(Money balance) {
        return balance.isNegative() ? balance.negated() : balance;
    }
}
