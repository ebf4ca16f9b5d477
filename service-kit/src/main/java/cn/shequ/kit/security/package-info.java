/** Who calls, in which roles, for which division and department. */
@NullMarked
package cn.shequ.kit.security;

import org.jspecify.annotations.NullMarked;
