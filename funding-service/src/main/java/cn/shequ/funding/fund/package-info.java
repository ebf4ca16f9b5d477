/** Earmarked pots of money in one ledger, each used only for its purpose (专款专用, Art. 16). */
@NullMarked
package cn.shequ.funding.fund;

import org.jspecify.annotations.NullMarked;
