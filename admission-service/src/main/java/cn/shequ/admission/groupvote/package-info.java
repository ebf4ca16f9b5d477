/** How a leading group decides by the votes of its members (Art. 5), whatever the matter. */
@NullMarked
package cn.shequ.admission.groupvote;

import org.jspecify.annotations.NullMarked;
