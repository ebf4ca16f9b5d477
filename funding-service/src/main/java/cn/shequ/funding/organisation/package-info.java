/** Social organisations and departments as admission says: who may take on services, and who asks for them (Art. 23, 25). */
@NullMarked
package cn.shequ.funding.organisation;

import org.jspecify.annotations.NullMarked;
