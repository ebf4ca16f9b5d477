@NullMarked
package cn.shequ.kit.inbox;

import org.jspecify.annotations.NullMarked;
