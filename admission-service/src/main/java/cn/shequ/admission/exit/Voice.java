package cn.shequ.admission.exit;

import org.jspecify.annotations.Nullable;

/**
 * For whom somebody speaks on a proposed exit.
 *
 * @param covered the task in the own community, for whom speaks for a community
 */
record Voice(Side side, @Nullable CoveredPlacement covered) {

    static Voice of(Side side) {
        return new Voice(side, null);
    }
}
