/** What was read is kept in memory for as long as nothing of it was changed, by this process or another. */
@NullMarked
package cn.shequ.kit.memory;

import org.jspecify.annotations.NullMarked;
