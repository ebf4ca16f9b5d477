package cn.shequ.funding.disclosure;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An obligation towards the community that was not paid in full and in time, in CNY.
 *
 * @param paidInTime what had come by the day it was due
 * @param paid what had come by the end of the period
 */
public record OverdueObligation(
        int line,
        UUID obligation,
        Payer payer,
        Money amountDue,
        LocalDate dueOn,
        Money paidInTime,
        Money paid,
        Status status) {

    /** How it stood at the end of the period. */
    public enum Status {
        /** 迟拨: nothing had come. */
        LATE,
        /** 少拨: a part had come. */
        SHORT,
        /** 逾期补足: all had come, too late. */
        PAID_LATE
    }
}
