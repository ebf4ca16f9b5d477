/** Bodies that may apply for a task or demand something of a community (Art. 7, 35). */
@NullMarked
package cn.shequ.admission.department;

import org.jspecify.annotations.NullMarked;
