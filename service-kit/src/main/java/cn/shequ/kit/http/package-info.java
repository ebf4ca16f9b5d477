/** How connections are served. */
@NullMarked
package cn.shequ.kit.http;

import org.jspecify.annotations.NullMarked;
