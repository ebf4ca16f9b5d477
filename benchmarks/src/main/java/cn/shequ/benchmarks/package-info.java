/** Measures the suite, and tortures it. */
@NullMarked
package cn.shequ.benchmarks;

import org.jspecify.annotations.NullMarked;
