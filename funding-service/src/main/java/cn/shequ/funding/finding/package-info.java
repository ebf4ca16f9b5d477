/** What the service finds by itself when a deadline has passed: late, short, withheld (Art. 5, 11, 15, 16). */
@NullMarked
package cn.shequ.funding.finding;

import org.jspecify.annotations.NullMarked;
