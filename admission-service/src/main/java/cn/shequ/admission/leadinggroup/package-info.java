/** Leading groups for community building, one per division at city, county and township level (Art. 34). */
@NullMarked
package cn.shequ.admission.leadinggroup;

import org.jspecify.annotations.NullMarked;
