/** Terms of residents' committees: when they were elected, and until when they serve (Art. 20). */
@NullMarked
package cn.shequ.workforce.committee;

import org.jspecify.annotations.NullMarked;
