/** Territory and premises: divisions, communities, local rules, service premises, new developments. */
@NullMarked
package cn.shequ.facilities;

import org.jspecify.annotations.NullMarked;
