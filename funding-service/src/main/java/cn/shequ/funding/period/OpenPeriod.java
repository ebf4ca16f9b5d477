package cn.shequ.funding.period;

import java.time.YearMonth;
import java.util.UUID;

/**
 * The month that is to be closed next, and what keeps it from that.
 *
 * @param over whether its last day has passed
 * @param yearClosed whether the year is closed, which December waits for
 */
record OpenPeriod(UUID ledger, YearMonth period, boolean over, boolean yearClosed, Hindrances hindrances) {}
