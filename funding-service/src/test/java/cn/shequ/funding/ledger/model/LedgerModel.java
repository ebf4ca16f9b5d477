package cn.shequ.funding.ledger.model;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger is to do, in the fewest words: no clients, no HTTP, no SQL. Each command answers {@link #DONE} or the code
 * of the refusal, and changes the model only when it is done. Amounts in fen; expenditures and entries by their places in
 * the lists.
 */
final class LedgerModel {

    static final String DONE = "done";
    private static final long SECOND_APPROVER_ABOVE = 5_000_000;

    enum Stage {
        RECORDED,
        APPROVED_ONCE,
        APPROVED,
        REJECTED,
        PAID,
        RETURNED,
        WITHDRAWN
    }

    enum Kind {
        RECEIPT,
        COMMITMENT,
        PAYMENT,
        REVERSAL
    }

    static final class Spending {
        final FundModel fund;
        final long amount;
        final LocalDate bookedOn;
        final String madeBy;
        final Set<String> taken = new HashSet<>();
        Stage stage = Stage.RECORDED;
        LocalDate lastBooked;

        Spending(FundModel fund, long amount, LocalDate bookedOn, String madeBy) {
            this.fund = fund;
            this.amount = amount;
            this.bookedOn = bookedOn;
            this.madeBy = madeBy;
            this.lastBooked = bookedOn;
        }

        boolean isUndecided() {
            return stage == Stage.RECORDED || stage == Stage.APPROVED_ONCE;
        }
    }

    /** @param spending the expenditure it reserves or pays; null for a receipt */
    static final class Entry {
        final Kind kind;
        final LocalDate bookedOn;
        final FundModel fund;
        final long amount;
        final @Nullable Spending spending;
        boolean reversed;

        Entry(Kind kind, LocalDate bookedOn, FundModel fund, long amount, @Nullable Spending spending) {
            this.kind = kind;
            this.bookedOn = bookedOn;
            this.fund = fund;
            this.amount = amount;
            this.spending = spending;
        }
    }

    private final LocalDate today;
    private final NavigableSet<YearMonth> closed = new TreeSet<>();
    private final Set<String> bankLines = new HashSet<>();
    final List<FundModel> funds;
    final List<Spending> spendings = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();

    LedgerModel(LocalDate today, List<FundModel> funds) {
        this.today = today;
        this.funds = funds;
    }

    /** Months are closed in order, once they are over, when nothing booked in them is undecided. */
    String close(YearMonth month) {
        if (closed.contains(month)) {
            return "period-closed-already";
        }
        if (!month.equals(nextToClose())) {
            return "period-out-of-order";
        }
        if (!month.isBefore(YearMonth.from(today))) {
            return "period-not-over";
        }
        if (spendings.stream()
                .anyMatch(each ->
                        each.isUndecided() && YearMonth.from(each.bookedOn).equals(month))) {
            return "period-not-complete";
        }
        if (month.getMonth() == Month.DECEMBER) {
            return "year-not-closed";
        }
        closed.add(month);
        return DONE;
    }

    YearMonth nextToClose() {
        return closed.isEmpty()
                ? entries.stream()
                        .map(entry -> YearMonth.from(entry.bookedOn))
                        .min(Comparator.naturalOrder())
                        .orElse(YearMonth.from(today))
                : closed.last().plusMonths(1);
    }

    boolean isClosed(YearMonth month) {
        return !closed.isEmpty() && !month.isAfter(closed.last());
    }

    /** Whether the entry is the next to be taken back of an expenditure that was paid. */
    boolean isBeingUnwound(Entry entry) {
        Spending spending = entry.spending;
        return spending != null
                && !entry.reversed
                && (entry.kind == Kind.PAYMENT && spending.stage == Stage.PAID
                        || entry.kind == Kind.COMMITMENT && spending.stage == Stage.RETURNED);
    }

    long bank() {
        return funds.stream().mapToLong(FundModel::cash).sum();
    }

    String receive(FundModel fund, LocalDate day, long amount, String bankLine) {
        String refusal = refusesDay(day);
        if (!refusal.equals(DONE)) {
            return refusal;
        }
        if (!bankLines.add(bankLine)) {
            return "bank-line-already-booked";
        }
        fund.receive(day, amount);
        entries.add(new Entry(Kind.RECEIPT, day, fund, amount, null));
        return DONE;
    }

    String record(FundModel fund, LocalDate day, long amount, boolean allowed, String by) {
        if (!allowed) {
            return "diversion-attempted";
        }
        String refusal = refusesDay(day);
        if (!refusal.equals(DONE)) {
            return refusal;
        }
        if (day.isAfter(fund.spendBy)) {
            return "spend-by-passed";
        }
        if (amount > fund.availableFrom(day)) {
            return "insufficient-funds";
        }
        spendings.add(new Spending(fund, amount, day, by));
        return DONE;
    }

    String approve(Spending spending, String by) {
        if (spending.stage != Stage.RECORDED && spending.stage != Stage.APPROVED_ONCE) {
            return "expenditure-stage";
        }
        if (!free(spending, by)) {
            return "same-person";
        }
        if (spending.stage == Stage.RECORDED && spending.amount > SECOND_APPROVER_ABOVE) {
            spending.taken.add(by);
            spending.stage = Stage.APPROVED_ONCE;
            return DONE;
        }
        String refusal = refusesDay(spending.bookedOn);
        if (!refusal.equals(DONE)) {
            return refusal;
        }
        if (spending.amount > spending.fund.availableFrom(spending.bookedOn)) {
            return "insufficient-funds";
        }
        spending.taken.add(by);
        spending.stage = Stage.APPROVED;
        spending.fund.reserve(spending.bookedOn, spending.amount);
        entries.add(new Entry(Kind.COMMITMENT, spending.bookedOn, spending.fund, spending.amount, spending));
        return DONE;
    }

    String reject(Spending spending, String by) {
        if (spending.stage != Stage.RECORDED && spending.stage != Stage.APPROVED_ONCE) {
            return "expenditure-stage";
        }
        if (!free(spending, by)) {
            return "same-person";
        }
        spending.taken.add(by);
        spending.stage = Stage.REJECTED;
        return DONE;
    }

    String pay(Spending spending, LocalDate day, String by) {
        if (spending.stage != Stage.APPROVED) {
            return "expenditure-stage";
        }
        if (!free(spending, by)) {
            return "same-person";
        }
        String refusal = refusesDay(day);
        if (!refusal.equals(DONE)) {
            return refusal;
        }
        if (day.isBefore(spending.bookedOn)) {
            return "booked-too-early";
        }
        if (spending.amount > spending.fund.cash()) {
            return "fund-without-cash";
        }
        spending.taken.add(by);
        spending.stage = Stage.PAID;
        spending.lastBooked = day;
        spending.fund.pay(day, spending.amount);
        entries.add(new Entry(Kind.PAYMENT, day, spending.fund, spending.amount, spending));
        return DONE;
    }

    String reverse(Entry entry, LocalDate day) {
        if (entry.kind == Kind.REVERSAL) {
            return "entry-not-reversible";
        }
        if (entry.reversed) {
            return "entry-already-reversed";
        }
        if (day.isBefore(entry.bookedOn)) {
            return "booked-too-early";
        }
        String refusal = refusesDay(day);
        if (!refusal.equals(DONE)) {
            return refusal;
        }
        refusal = entry.kind == Kind.RECEIPT ? DONE : refusesToTakeBack(entry, day);
        if (!refusal.equals(DONE)) {
            return refusal;
        }
        takeBack(entry, day);
        entry.reversed = true;
        entries.add(new Entry(Kind.REVERSAL, day, entry.fund, entry.amount, entry.spending));
        return DONE;
    }

    private static String refusesToTakeBack(Entry entry, LocalDate day) {
        Stage stage = entry.spending.stage;
        boolean possible =
                entry.kind == Kind.PAYMENT ? stage == Stage.PAID : stage == Stage.APPROVED || stage == Stage.RETURNED;
        if (!possible) {
            return "expenditure-stage";
        }
        return day.isBefore(entry.spending.lastBooked) ? "booked-too-early" : DONE;
    }

    private static void takeBack(Entry entry, LocalDate day) {
        switch (entry.kind) {
            case RECEIPT -> entry.fund.bounce(day, entry.amount);
            case PAYMENT -> {
                entry.fund.pay(day, -entry.amount);
                entry.spending.stage = Stage.RETURNED;
                entry.spending.lastBooked = day;
            }
            case COMMITMENT -> {
                entry.fund.reserve(day, -entry.amount);
                entry.spending.stage = Stage.WITHDRAWN;
            }
            case REVERSAL -> throw new IllegalStateException("refused before");
        }
    }

    /** Who has no part in it yet. */
    private static boolean free(Spending spending, String by) {
        return !spending.madeBy.equals(by) && !spending.taken.contains(by);
    }

    private String refusesDay(LocalDate day) {
        if (day.isAfter(today)) {
            return "booked-in-future";
        }
        return isClosed(YearMonth.from(day)) ? "period-closed" : DONE;
    }
}
