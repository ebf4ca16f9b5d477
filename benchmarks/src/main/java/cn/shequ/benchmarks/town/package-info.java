/** A town that is there at once: measurements need funds and money, not the way there. */
@NullMarked
package cn.shequ.benchmarks.town;

import org.jspecify.annotations.NullMarked;
