/** Two people change the same thing: the second one hears of it. */
@NullMarked
package cn.shequ.kit.concurrency;

import org.jspecify.annotations.NullMarked;
