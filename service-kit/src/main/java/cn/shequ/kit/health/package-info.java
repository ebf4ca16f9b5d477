/** What a service says about its own health. */
@NullMarked
package cn.shequ.kit.health;

import org.jspecify.annotations.NullMarked;
