/** Refusals and how a reader gets to see them: RFC 9457 problems with a stable code, articles and figures. */
@NullMarked
package cn.shequ.kit.problem;

import org.jspecify.annotations.NullMarked;
