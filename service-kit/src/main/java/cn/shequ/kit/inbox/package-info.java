/**
 * What other services' events do here: each effect exactly once, in the order of its key. An event that comes too
 * early waits, one that cannot be understood is set aside; neither stops the others.
 */
@NullMarked
package cn.shequ.kit.inbox;

import org.jspecify.annotations.NullMarked;
