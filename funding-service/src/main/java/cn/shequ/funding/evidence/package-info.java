/** Documents that prove what was done with money: uploaded first, then attached to what they prove (Art. 16). */
@NullMarked
package cn.shequ.funding.evidence;

import org.jspecify.annotations.NullMarked;
