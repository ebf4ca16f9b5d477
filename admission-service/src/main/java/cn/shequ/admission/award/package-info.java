/** Awards: who is nominated, who is eligible, who gets one, and whom a one-vote veto keeps from it (Art. 16, 36). */
@NullMarked
package cn.shequ.admission.award;

import org.jspecify.annotations.NullMarked;
