/** Whether a body may ask something of a community today, and why (Art. 4, 5). */
@NullMarked
package cn.shequ.admission.check;

import org.jspecify.annotations.NullMarked;
