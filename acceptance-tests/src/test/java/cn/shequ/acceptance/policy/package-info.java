/** Which tests show which article of the policy. */
@NullMarked
package cn.shequ.acceptance.policy;

import org.jspecify.annotations.NullMarked;
