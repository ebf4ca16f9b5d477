/** Money that came in, and what it settles (Art. 5, 16). */
@NullMarked
package cn.shequ.funding.receipt;

import org.jspecify.annotations.NullMarked;
