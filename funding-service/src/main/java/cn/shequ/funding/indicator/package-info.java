/** What funding measures for each division. */
@NullMarked
package cn.shequ.funding.indicator;

import org.jspecify.annotations.NullMarked;
