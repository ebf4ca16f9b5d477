/** What the bank says: statements, their lines matched to what is booked, and the reconciliation (银行对账). */
@NullMarked
package cn.shequ.funding.bank;

import org.jspecify.annotations.NullMarked;
