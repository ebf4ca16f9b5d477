/** Mistakes and bounced payments: a new entry takes back an old one; nothing is deleted (Art. 16). */
@NullMarked
package cn.shequ.funding.reversal;

import org.jspecify.annotations.NullMarked;
