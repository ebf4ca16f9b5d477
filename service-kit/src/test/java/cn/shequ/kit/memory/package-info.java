@NullMarked
package cn.shequ.kit.memory;

import org.jspecify.annotations.NullMarked;
