package cn.shequ.funding.expenditure;

import java.util.UUID;

/**
 * Money of an expenditure left the bank or came back, and is booked; whoever follows it does so in the same transaction.
 *
 * @param document what the entry books: the expenditure, or a refund of it
 */
public record MoneyMoved(UUID document) {}
