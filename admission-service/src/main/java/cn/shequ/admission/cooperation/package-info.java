/** Who works together for communities: civil affairs in the lead, the departments and bodies beside it (Art. 35). */
@NullMarked
package cn.shequ.admission.cooperation;

import org.jspecify.annotations.NullMarked;
