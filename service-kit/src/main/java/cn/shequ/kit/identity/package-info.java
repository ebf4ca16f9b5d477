/** Identifiers made by a service. */
@NullMarked
package cn.shequ.kit.identity;

import org.jspecify.annotations.NullMarked;
