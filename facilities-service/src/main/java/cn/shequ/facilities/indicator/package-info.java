/** What is measured against the targets of the policy (Art. 12, 36). */
@NullMarked
package cn.shequ.facilities.indicator;

import org.jspecify.annotations.NullMarked;
