/** The pools of the districts: distributed to communities, or spent for them, to the fen (Art. 15). */
@NullMarked
package cn.shequ.funding.pool;

import org.jspecify.annotations.NullMarked;
