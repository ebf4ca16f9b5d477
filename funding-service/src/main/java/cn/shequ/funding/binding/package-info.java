/** Binds records that stay in the service to events that do not show them. */
@NullMarked
package cn.shequ.funding.binding;

import org.jspecify.annotations.NullMarked;
