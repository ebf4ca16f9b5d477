/** Task applications: the approval form from draft to signature (Art. 4, 5, 11). */
@NullMarked
package cn.shequ.admission.task;

import org.jspecify.annotations.NullMarked;
