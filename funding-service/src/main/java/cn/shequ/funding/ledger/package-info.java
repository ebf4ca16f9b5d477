/** The special ledgers (专账) and pool ledgers: accounts, entries, vouchers; append-only (Art. 16). */
@NullMarked
package cn.shequ.funding.ledger;

import org.jspecify.annotations.NullMarked;
