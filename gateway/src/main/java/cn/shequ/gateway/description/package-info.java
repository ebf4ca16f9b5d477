/** One description of everything the suite offers. */
@NullMarked
package cn.shequ.gateway.description;

import org.jspecify.annotations.NullMarked;
