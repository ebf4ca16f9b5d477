package cn.shequ.funding.expenditure;

import java.util.UUID;

/**
 * Money of an expenditure is about to leave the bank or to come back. Whoever follows it takes locks now, before those of
 * the fund, so that nobody waits in a circle.
 *
 * @param document the expenditure, or the refund of it that is taken back
 */
public record MoneyMoving(UUID document) {}
