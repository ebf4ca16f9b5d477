/** The clock of the business, and which days are business days. */
@NullMarked
package cn.shequ.kit.time;

import org.jspecify.annotations.NullMarked;
