package cn.shequ.benchmarks.funding;

import java.util.Locale;

/**
 * What one operation takes.
 *
 * @param millis for one
 * @param perSecond whether it is told as a rate
 */
record Cost(double millis, boolean perSecond) {

    static Cost ofRate(double perSecond) {
        return new Cost(1_000 / perSecond, true);
    }

    static Cost ofMillis(double millis) {
        return new Cost(millis, false);
    }

    @Override
    public String toString() {
        return perSecond
                ? String.format(Locale.ROOT, "%.0f/s", 1_000 / millis)
                : String.format(Locale.ROOT, "%.2f ms", millis);
    }
}
