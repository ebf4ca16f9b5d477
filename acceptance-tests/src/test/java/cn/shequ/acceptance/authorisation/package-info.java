/** Every operation refuses everybody whom it does not know, whose role it does not name, or who serves elsewhere. */
@NullMarked
package cn.shequ.acceptance.authorisation;

import org.jspecify.annotations.NullMarked;
