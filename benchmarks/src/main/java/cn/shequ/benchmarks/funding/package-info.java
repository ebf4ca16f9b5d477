/** What funding costs: {@code ./shequ bench funding}. */
@NullMarked
package cn.shequ.benchmarks.funding;

import org.jspecify.annotations.NullMarked;
