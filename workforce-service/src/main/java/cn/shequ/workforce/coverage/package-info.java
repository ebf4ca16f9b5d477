/** Registered volunteers in proportion to residents, measured against the target of Art. 19. */
@NullMarked
package cn.shequ.workforce.coverage;

import org.jspecify.annotations.NullMarked;
