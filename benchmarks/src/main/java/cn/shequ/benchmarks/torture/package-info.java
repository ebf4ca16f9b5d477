/** Kills processes under load and looks what is left: {@code ./shequ torture}. */
@NullMarked
package cn.shequ.benchmarks.torture;

import org.jspecify.annotations.NullMarked;
