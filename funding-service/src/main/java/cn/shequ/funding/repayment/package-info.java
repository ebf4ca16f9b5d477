/** Returns (退付): unspent money goes back to who gave it (Art. 16). */
@NullMarked
package cn.shequ.funding.repayment;

import org.jspecify.annotations.NullMarked;
