/** {@code ./shequ bench admission}: what a check of admission costs, beside an empty answer of the same service. */
@NullMarked
package cn.shequ.benchmarks.admission;

import org.jspecify.annotations.NullMarked;
