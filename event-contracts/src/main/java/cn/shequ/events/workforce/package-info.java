/** What workforce-service publishes: volunteers, without a trace of who they are (Art. 19). */
@NullMarked
package cn.shequ.events.workforce;

import org.jspecify.annotations.NullMarked;
