package cn.shequ.funding.finding;

import cn.shequ.funding.violation.ViolationKind;

/** What can be found when a deadline has passed (Art. 16). */
public enum FindingKind {
    /** 迟拨: nothing was paid. */
    LATE(ViolationKind.LATE),
    /** 少拨: less than was owed was paid. */
    SHORT(ViolationKind.SHORT),
    /** 截留: money of a pool was not passed on. */
    WITHHELD(ViolationKind.WITHHOLDING);

    private final ViolationKind suspected;

    FindingKind(ViolationKind suspected) {
        this.suspected = suspected;
    }

    ViolationKind suspected() {
        return suspected;
    }
}
