/** Twelve-digit statistical division codes and the levels they name. */
@NullMarked
package cn.shequ.kit.division;

import org.jspecify.annotations.NullMarked;
