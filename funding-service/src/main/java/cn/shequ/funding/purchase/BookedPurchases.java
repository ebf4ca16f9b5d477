package cn.shequ.funding.purchase;

import cn.shequ.kit.money.Money;

/**
 * What the ledgers say of purchases.
 *
 * @param reserved for their contracts
 * @param movements at the bank: payments, and what came back of them
 * @param paid what was paid less what came back
 */
public record BookedPurchases(Money reserved, int movements, Money paid) {}
