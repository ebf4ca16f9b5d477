package cn.shequ.funding.pool;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import java.util.UUID;

/**
 * What a pool still owes a community of its year.
 *
 * @param ledger the subdistrict's, in which the community's fund lies
 * @param outstanding in CNY, less what is already decided and not yet paid
 */
record OwedByPool(DivisionCode community, UUID ledger, UUID obligation, Money outstanding) {}
