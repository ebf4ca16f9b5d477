/** Annual targets of districts and subdistricts, fed by what all services measure, and what became of them (Art. 36). */
@NullMarked
package cn.shequ.admission.assessment;

import org.jspecify.annotations.NullMarked;
