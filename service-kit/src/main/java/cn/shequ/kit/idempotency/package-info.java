/** A repeated request has one effect and gets one answer. */
@NullMarked
package cn.shequ.kit.idempotency;

import org.jspecify.annotations.NullMarked;
