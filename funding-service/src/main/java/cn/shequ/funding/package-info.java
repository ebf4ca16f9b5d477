/** Earmarked money of the communities, accounted so that outsiders can check it (Art. 5, 11, 15, 16). */
@NullMarked
package cn.shequ.funding;

import org.jspecify.annotations.NullMarked;
