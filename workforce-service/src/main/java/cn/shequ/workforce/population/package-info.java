/** How many people live in each community, as facilities counted them. */
@NullMarked
package cn.shequ.workforce.population;

import org.jspecify.annotations.NullMarked;
