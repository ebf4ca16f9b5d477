/** The fund event log over HTTP: what auditors pull, and the proofs with which they need trust nobody. */
@NullMarked
package cn.shequ.funding.log;

import org.jspecify.annotations.NullMarked;
