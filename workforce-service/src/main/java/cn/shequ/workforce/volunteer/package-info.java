/** Volunteers: who registers, who sees them, and how they leave (Art. 19). */
@NullMarked
package cn.shequ.workforce.volunteer;

import org.jspecify.annotations.NullMarked;
