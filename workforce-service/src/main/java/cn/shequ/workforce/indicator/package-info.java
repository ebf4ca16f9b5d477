/** The figures this service measures for each division, as asked for and as recorded each day (Art. 36). */
@NullMarked
package cn.shequ.workforce.indicator;

import org.jspecify.annotations.NullMarked;
