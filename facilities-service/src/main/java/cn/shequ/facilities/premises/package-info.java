/** Service premises of communities: what there is, how it came, how large, and whether it is enough (Art. 12, 14). */
@NullMarked
package cn.shequ.facilities.premises;

import org.jspecify.annotations.NullMarked;
