/** The audit trail of operation: who did, read or was refused what. */
@NullMarked
package cn.shequ.kit.trail;

import org.jspecify.annotations.NullMarked;
