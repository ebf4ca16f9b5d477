/** Money out: the accountant records, others approve, the cashier pays (Art. 16). */
@NullMarked
package cn.shequ.funding.expenditure;

import org.jspecify.annotations.NullMarked;
