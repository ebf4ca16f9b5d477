/** {@code ./shequ up}: infrastructure and the five services as processes of this machine, watched and explained. */
@NullMarked
package cn.shequ.localstack.up;

import org.jspecify.annotations.NullMarked;
