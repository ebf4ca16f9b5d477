/** The ledger against a small model of it: random commands from many clients at once (Art. 16). */
@NullMarked
package cn.shequ.funding.ledger.model;

import org.jspecify.annotations.NullMarked;
