/** The territory: city, county-level units, townships and communities, as they change over the years. */
@NullMarked
package cn.shequ.facilities.division;

import org.jspecify.annotations.NullMarked;
