/** Budgets of city, districts and subdistricts: drafted, adopted, executed, and whether they grow (Art. 15). */
@NullMarked
package cn.shequ.funding.budget;

import org.jspecify.annotations.NullMarked;
