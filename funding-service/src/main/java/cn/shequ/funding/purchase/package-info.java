/**
 * Purchase of services from social organisations (政府购买服务, Art. 25): catalogue, demand, sealed bids, evaluation, award,
 * contract, acceptance by the community, payment and reward; published as OCDS 1.1.
 */
@NullMarked
package cn.shequ.funding.purchase;

import org.jspecify.annotations.NullMarked;
