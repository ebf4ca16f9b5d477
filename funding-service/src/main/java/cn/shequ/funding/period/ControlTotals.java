package cn.shequ.funding.period;

import cn.shequ.kit.money.Money;

/**
 * What a month moved and what each account held at its end (控制总额), in CNY, each on its own side.
 *
 * @param vouchers how many, numbered from 1 without a gap
 * @param moved the debits of the month, which are its credits too
 */
record ControlTotals(
        int vouchers,
        Money moved,
        Money bank,
        Money receivable,
        Money spent,
        Money available,
        Money reserved,
        Money committed,
        Money payable,
        Money applied) {}
