/** Texts in the reader's language. */
@NullMarked
package cn.shequ.kit.locale;

import org.jspecify.annotations.NullMarked;
