/** Refusals of the gateway itself: one catalogue, two languages, RFC 9457. */
@NullMarked
package cn.shequ.gateway.problem;

import org.jspecify.annotations.NullMarked;
