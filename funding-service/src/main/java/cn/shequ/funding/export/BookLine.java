package cn.shequ.funding.export;

import cn.shequ.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One posting with the head of its entry.
 *
 * @param number its voucher number (凭证号) within the ledger and month; null for the moment until it is given
 * @param sequence the log number from which on it is known
 * @param amount debit positive, credit negative
 */
record BookLine(
        long recorded,
        UUID entry,
        LocalDate bookedOn,
        @Nullable Integer number,
        int line,
        String kind,
        UUID document,
        @Nullable UUID reverses,
        String madeBy,
        Instant recordedAt,
        long sequence,
        String account,
        @Nullable UUID fund,
        @Nullable String category,
        @Nullable String payer,
        Money amount) {

    @Nullable
    Money debit() {
        return amount.isNegative() ? null : amount;
    }

    @Nullable
    Money credit() {
        return amount.isNegative() ? amount.negated() : null;
    }

    /** For instance {@code 2026-11-0042}. */
    @Nullable
    String voucher() {
        return number == null ? null : "%d-%02d-%04d".formatted(bookedOn.getYear(), bookedOn.getMonthValue(), number);
    }
}
