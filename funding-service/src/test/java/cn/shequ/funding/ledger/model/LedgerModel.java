package cn.shequ.funding.ledger.model;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger is to do, in the fewest words: no clients, no HTTP, no SQL. A command is {@link Refused} or done, and changes
 * the model only when it is done. Amounts in fen. Here is what concerns the ledger as a whole; what persons make and decide
 * are {@link Document}s, and {@link Transfers} are decided at once.
 */
final class LedgerModel {

    static final String DONE = "done";

    final Days days;
    final List<FundModel> funds;
    final List<Document> documents = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    private final Set<String> bankLines = new HashSet<>();

    LedgerModel(LocalDate today, List<FundModel> funds) {
        this.days = new Days(today);
        this.funds = new ArrayList<>(funds);
    }

    long bank() {
        return funds.stream().mapToLong(FundModel::cash).sum();
    }

    void book(LocalDate day, Entry.@Nullable Undo undo, BooleanSupplier unwinding) {
        entries.add(new Entry(day, undo, unwinding));
    }

    void book(LocalDate day, Entry.@Nullable Undo undo) {
        book(day, undo, () -> false);
    }

    /** A line of the bank's statement is booked once, whatever it is booked as. */
    void claim(String bankLine) {
        Refused.when(!bankLines.add(bankLine), "bank-line-already-booked");
    }

    void receive(FundModel fund, String payer, LocalDate day, long amount, String bankLine) {
        days.require(day);
        claim(bankLine);
        fund.receive(day, payer, amount);
        book(day, back -> fund.bounce(back, payer, amount));
    }

    void reverse(Entry entry, LocalDate day) {
        Refused.when(entry.undo == null, "entry-not-reversible");
        Refused.when(entry.reversed, "entry-already-reversed");
        Refused.when(day.isBefore(entry.bookedOn), "booked-too-early");
        days.require(day);
        entry.undo.on(day);
        entry.reversed = true;
        book(day, null);
    }

    /** Months are closed in order, once they are over, when nothing booked in them is undecided. */
    void close(YearMonth month) {
        Refused.when(days.closed.contains(month), "period-closed-already");
        Refused.when(!month.equals(nextToClose()), "period-out-of-order");
        Refused.when(!month.isBefore(YearMonth.from(days.today)), "period-not-over");
        Refused.when(
                documents.stream()
                        .anyMatch(each -> each.isUndecided()
                                && YearMonth.from(each.bookedOn).equals(month)),
                "period-not-complete");
        Refused.when(month.getMonth() == Month.DECEMBER, "year-not-closed");
        days.closed.add(month);
    }

    YearMonth nextToClose() {
        return days.closed.isEmpty()
                ? entries.stream()
                        .map(entry -> YearMonth.from(entry.bookedOn))
                        .min(Comparator.naturalOrder())
                        .orElse(YearMonth.from(days.today))
                : days.closed.last().plusMonths(1);
    }

    /** The documents of one kind. */
    <T extends Document> List<T> all(Class<T> kind) {
        return documents.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
