/** What law expressly gives to residents' committees and therefore needs no admission (Art. 4). */
@NullMarked
package cn.shequ.admission.duty;

import org.jspecify.annotations.NullMarked;
