/** Refunds (退款): a payee pays back some or all of a paid expenditure (Art. 16). */
@NullMarked
package cn.shequ.funding.refund;

import org.jspecify.annotations.NullMarked;
