/** The suite as a whole, asked through its gateway by people with real tokens. */
@NullMarked
package cn.shequ.acceptance;

import org.jspecify.annotations.NullMarked;
