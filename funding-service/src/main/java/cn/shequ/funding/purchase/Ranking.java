package cn.shequ.funding.purchase;

import static java.math.RoundingMode.HALF_UP;

import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The bids within the budget, best first (Art. 25). Quality points are the mean of the evaluators', price points the
 * lowest price of all in percent of the bid's own (低价优先法), each to two decimals; the score is their weighted sum.
 * Of equal scores the lower price goes first, then the earlier bid. The database computes the same.
 */
public record Ranking(List<Ranked> bids) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int POINTS = 2;
    private static final int SCORE = 4;
    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::score)
            .reversed()
            .thenComparing(Ranked::amount)
            .thenComparing(Ranked::receivedAt)
            .thenComparing(Ranked::bid);

    /** A bid with its score out of 100. */
    public record Ranked(
            UUID bid, CreditCode organisation, String name, Money amount, Instant receivedAt, BigDecimal score) {}

    static Ranking of(Purchase purchase, List<OpenedBid> opened, List<Score> scores) {
        Money lowest = opened.stream()
                .map(OpenedBid::amount)
                .min(Comparator.naturalOrder())
                .orElse(Money.ZERO);
        return new Ranking(opened.stream()
                .filter(bid -> bid.amount().compareTo(purchase.budget()) <= 0)
                .map(bid -> new Ranked(
                        bid.id(),
                        bid.organisation(),
                        bid.name(),
                        bid.amount(),
                        bid.receivedAt(),
                        score(purchase.criteria(), bid, lowest, scores)))
                .sorted(BEST_FIRST)
                .toList());
    }

    Optional<Ranked> best() {
        return bids.stream().findFirst();
    }

    private static BigDecimal score(List<Criterion> criteria, OpenedBid bid, Money lowest, List<Score> scores) {
        return criteria.stream()
                .map(criterion ->
                        points(criterion, bid, lowest, scores).multiply(BigDecimal.valueOf(criterion.weight())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(HUNDRED, SCORE, HALF_UP);
    }

    private static BigDecimal points(Criterion criterion, OpenedBid bid, Money lowest, List<Score> scores) {
        if (!criterion.isQuality()) {
            return lowest.yuan().multiply(HUNDRED).divide(bid.amount().yuan(), POINTS, HALF_UP);
        }
        List<Score> given = scores.stream()
                .filter(score ->
                        score.bid().equals(bid.id()) && score.criterion().equals(criterion.code()))
                .toList();
        return given.isEmpty()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(given.stream().mapToLong(Score::points).sum())
                        .divide(BigDecimal.valueOf(given.size()), POINTS, HALF_UP);
    }
}
