/** The people who serve a community: volunteers, and how far they cover it (Art. 19). */
@NullMarked
package cn.shequ.workforce;

import org.jspecify.annotations.NullMarked;
