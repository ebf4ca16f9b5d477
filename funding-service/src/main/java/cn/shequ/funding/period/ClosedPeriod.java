package cn.shequ.funding.period;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** A month of a ledger that takes nothing more (Art. 16). What it held never changes again. */
record ClosedPeriod(UUID ledger, YearMonth period, String closedBy, Instant closedAt, ControlTotals totals) {}
