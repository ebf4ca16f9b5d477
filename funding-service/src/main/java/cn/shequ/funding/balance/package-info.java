/** What a fund or ledger held, as of a booking date and as known at a log number (Art. 16). */
@NullMarked
package cn.shequ.funding.balance;

import org.jspecify.annotations.NullMarked;
