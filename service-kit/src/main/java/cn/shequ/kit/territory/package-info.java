/** The hierarchy of divisions as this service knows it, and who may act and see where. */
@NullMarked
package cn.shequ.kit.territory;

import org.jspecify.annotations.NullMarked;
