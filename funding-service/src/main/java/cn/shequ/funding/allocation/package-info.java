/** The working funds of a year for every eligible community (Art. 15). */
@NullMarked
package cn.shequ.funding.allocation;

import org.jspecify.annotations.NullMarked;
