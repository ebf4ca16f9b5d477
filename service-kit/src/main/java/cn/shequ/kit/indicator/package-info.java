/** Says once a day what a service measures of each division (Art. 36). */
@NullMarked
package cn.shequ.kit.indicator;

import org.jspecify.annotations.NullMarked;
