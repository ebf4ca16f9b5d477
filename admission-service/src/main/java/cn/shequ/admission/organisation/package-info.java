/** Community social organisations on both tracks, their incubation and their supervision (Art. 6, 23, 24, 26). */
@NullMarked
package cn.shequ.admission.organisation;

import org.jspecify.annotations.NullMarked;
