/** What may be asked of a community (Art. 1 to 8). */
@NullMarked
package cn.shequ.admission;

import org.jspecify.annotations.NullMarked;
