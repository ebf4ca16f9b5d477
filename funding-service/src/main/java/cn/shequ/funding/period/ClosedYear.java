package cn.shequ.funding.period;

import cn.shequ.kit.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A year of a ledger whose funds were carried forward or are owed back, each by its own term (Art. 16), in CNY.
 *
 * @param fundsCarried how many funds may be spent in the next year
 * @param fundsReturned how many funds owe something back
 */
record ClosedYear(
        UUID ledger,
        int year,
        int fundsCarried,
        Money carried,
        int fundsReturned,
        Money returned,
        String closedBy,
        Instant closedAt) {}
