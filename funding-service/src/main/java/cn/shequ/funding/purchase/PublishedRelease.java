package cn.shequ.funding.purchase;

import cn.shequ.kit.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A release as everybody reads it, with what it says in figures.
 *
 * @param id in the order of composing
 * @param release its text
 * @param tag the first of its tags
 * @param awards those that stand
 * @param transactionValue what was paid less what came back
 */
public record PublishedRelease(
        long id,
        UUID purchase,
        Instant releasedAt,
        String release,
        String tag,
        Money tenderValue,
        int awards,
        Money awardValue,
        int contracts,
        Money contractValue,
        int transactions,
        Money transactionValue) {}
