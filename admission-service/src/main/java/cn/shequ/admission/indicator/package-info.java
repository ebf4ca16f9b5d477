/** What this service measures for the scoreboard (Art. 36). */
@NullMarked
package cn.shequ.admission.indicator;

import org.jspecify.annotations.NullMarked;
