/**
 * What law expressly gives to residents' committees and therefore needs no admission (Art. 4), and what belongs to
 * departments and subdistrict offices and is not shifted onto committees (Art. 1 to 3, 6).
 */
@NullMarked
package cn.shequ.admission.duty;

import org.jspecify.annotations.NullMarked;
