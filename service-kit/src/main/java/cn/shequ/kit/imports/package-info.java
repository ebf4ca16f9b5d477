/** Tables that a city hands in as CSV: read within bounds, judged line by line, taken as a whole or not at all. */
@NullMarked
package cn.shequ.kit.imports;

import org.jspecify.annotations.NullMarked;
