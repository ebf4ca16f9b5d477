/** Opening balances (期初余额): what a ledger begins with, approved by another person (Art. 16). */
@NullMarked
package cn.shequ.funding.opening;

import org.jspecify.annotations.NullMarked;
