/** The ledger against a model of it that fits on two pages: random commands from many clients at once (Art. 16). */
@NullMarked
package cn.shequ.funding.ledger.model;

import org.jspecify.annotations.NullMarked;
