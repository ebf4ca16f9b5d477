package cn.shequ.funding.purchase;

import cn.shequ.kit.identity.CreditCode;
import java.time.Instant;
import java.util.UUID;

/** What its bidder is told of a bid: that it came, and when, by the database's clock. Amount and proposal are sealed. */
public record SealedBid(UUID id, UUID purchase, CreditCode organisation, Instant receivedAt, boolean withdrawn) {}
