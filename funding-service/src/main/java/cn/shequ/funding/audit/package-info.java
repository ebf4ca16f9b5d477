/** Regular audit of each ledger (审计): plan, sample, findings, rectification, closing (Art. 16). */
@NullMarked
package cn.shequ.funding.audit;

import org.jspecify.annotations.NullMarked;
