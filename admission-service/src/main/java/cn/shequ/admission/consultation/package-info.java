/** A body that starts something in a subdistrict's territory tells its office beforehand, which answers (Art. 2). */
@NullMarked
package cn.shequ.admission.consultation;

import org.jspecify.annotations.NullMarked;
