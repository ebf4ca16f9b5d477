/** Bounded lists, walked by cursor. */
@NullMarked
package cn.shequ.kit.paging;

import org.jspecify.annotations.NullMarked;
