/** Amounts of yuan, exact to the fen. */
@NullMarked
package cn.shequ.kit.money;

import org.jspecify.annotations.NullMarked;
