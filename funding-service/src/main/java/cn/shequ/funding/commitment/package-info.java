/** Commitments (预留): money reserved for something until a day; used wholly or partly, released, or expired (Art. 16). */
@NullMarked
package cn.shequ.funding.commitment;

import org.jspecify.annotations.NullMarked;
