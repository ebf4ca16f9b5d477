/** Month and year close (结账): in order, with nothing left over, for ever (Art. 16). */
@NullMarked
package cn.shequ.funding.period;

import org.jspecify.annotations.NullMarked;
