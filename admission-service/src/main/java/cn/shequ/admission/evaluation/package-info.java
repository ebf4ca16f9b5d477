/** The one evaluation of a year: who may ask for an item, its plan and results, and inspections outside it (Art. 7). */
@NullMarked
package cn.shequ.admission.evaluation;

import org.jspecify.annotations.NullMarked;
