/** Who owes how much to which fund by when, and why (Art. 5, 11, 15). */
@NullMarked
package cn.shequ.funding.obligation;

import org.jspecify.annotations.NullMarked;
