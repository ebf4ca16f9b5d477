/** Every number of the policy as a dated row. */
@NullMarked
package cn.shequ.kit.rulebook;

import org.jspecify.annotations.NullMarked;
