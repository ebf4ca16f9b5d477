/** The checks at the door, in the order in which a request meets them. */
@NullMarked
package cn.shequ.gateway.door;

import org.jspecify.annotations.NullMarked;
