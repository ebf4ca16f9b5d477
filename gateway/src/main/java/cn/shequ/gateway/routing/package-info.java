/** Which service a request is meant for, judged on the path as it was sent. */
@NullMarked
package cn.shequ.gateway.routing;

import org.jspecify.annotations.NullMarked;
