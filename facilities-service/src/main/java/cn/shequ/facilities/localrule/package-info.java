/** Rows of the rulebook that a city or a county-level unit decides for itself: dated, and only stricter. */
@NullMarked
package cn.shequ.facilities.localrule;

import org.jspecify.annotations.NullMarked;
