/** What fills of large tables have in common. */
@NullMarked
package cn.shequ.benchmarks.fill;

import org.jspecify.annotations.NullMarked;
