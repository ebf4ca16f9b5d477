/** The one door of the suite (Art. 33): everything from outside comes in here, nothing is decided here. */
@NullMarked
package cn.shequ.gateway;

import org.jspecify.annotations.NullMarked;
