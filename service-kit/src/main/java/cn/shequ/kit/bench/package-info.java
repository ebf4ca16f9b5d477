/** What measurements need of a running service. */
@NullMarked
package cn.shequ.kit.bench;

import org.jspecify.annotations.NullMarked;
