/** Communities and the people in them: households and residents, counted on a day. */
@NullMarked
package cn.shequ.facilities.community;

import org.jspecify.annotations.NullMarked;
