/** A task that works poorly and is generally rejected leaves a community (Art. 5). */
@NullMarked
package cn.shequ.admission.exit;

import org.jspecify.annotations.NullMarked;
