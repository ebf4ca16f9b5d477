/** Late or short payment, diversion, encroachment, withholding (迟拨、少拨、挪用、挤占、截留) and what follows (Art. 16). */
@NullMarked
package cn.shequ.funding.violation;

import org.jspecify.annotations.NullMarked;
