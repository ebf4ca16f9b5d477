/** The clock of the business. */
@NullMarked
package cn.shequ.kit.time;

import org.jspecify.annotations.NullMarked;
