/** The sixteen domains in which a community assists government (Art. 4). */
@NullMarked
package cn.shequ.admission.scope;

import org.jspecify.annotations.NullMarked;
