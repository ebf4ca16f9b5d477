/** A signed task in one community, and whether it may be asked today (Art. 5). */
@NullMarked
package cn.shequ.admission.placement;

import org.jspecify.annotations.NullMarked;
