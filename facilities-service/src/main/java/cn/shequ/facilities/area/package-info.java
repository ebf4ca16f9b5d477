/** Floor areas, in square metres with two decimals. */
@NullMarked
package cn.shequ.facilities.area;

import org.jspecify.annotations.NullMarked;
