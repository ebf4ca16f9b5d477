/** Refusals of demands that were never admitted, and their coordination (Art. 4). */
@NullMarked
package cn.shequ.admission.refusal;

import org.jspecify.annotations.NullMarked;
