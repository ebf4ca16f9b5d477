/** The books taken home: files made at a checkpoint of the fund event log, with control totals that reconcile. */
@NullMarked
package cn.shequ.funding.export;

import org.jspecify.annotations.NullMarked;
