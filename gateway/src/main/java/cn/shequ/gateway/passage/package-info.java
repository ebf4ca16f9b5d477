/** Carries a request to a service and the answer back, streaming, with limits on patience and size. */
@NullMarked
package cn.shequ.gateway.passage;

import org.jspecify.annotations.NullMarked;
