/** Who is asking. */
@NullMarked
package cn.shequ.gateway.identity;

import org.jspecify.annotations.NullMarked;
