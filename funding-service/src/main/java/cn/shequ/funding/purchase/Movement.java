package cn.shequ.funding.purchase;

import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money that moved at the bank because of a purchase, as the ledger booked it.
 *
 * @param amount negative where it came back: a payment that bounced, a refund
 */
record Movement(UUID entry, LocalDate bookedOn, Money amount) {}
