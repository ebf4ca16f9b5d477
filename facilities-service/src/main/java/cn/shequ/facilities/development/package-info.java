/** New residential developments and the review of their plans (Art. 13). */
@NullMarked
package cn.shequ.facilities.development;

import org.jspecify.annotations.NullMarked;
