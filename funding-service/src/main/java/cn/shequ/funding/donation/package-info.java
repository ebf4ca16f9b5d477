/** Donations (捐赠): into the special ledger, bound to what their donors named (Art. 16). */
@NullMarked
package cn.shequ.funding.donation;

import org.jspecify.annotations.NullMarked;
