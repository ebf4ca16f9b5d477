/** Days by which something is due, and what becomes of them when the holidays of another year are announced. */
@NullMarked
package cn.shequ.admission.dueday;

import org.jspecify.annotations.NullMarked;
