/** The seal of the residents' committee: its catalogue, custody, uses, and what is demanded of it (Art. 8). */
@NullMarked
package cn.shequ.admission.seal;

import org.jspecify.annotations.NullMarked;
