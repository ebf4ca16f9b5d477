/** Statements of account (明细账): every posting of a period with its running balance (Art. 16). */
@NullMarked
package cn.shequ.funding.statement;

import org.jspecify.annotations.NullMarked;
