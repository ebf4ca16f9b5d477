package cn.shequ.funding.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-25")
class RankingTest {

    private static final Instant DUE = Instant.parse("2026-03-20T09:00:00Z");
    private static final UUID PURCHASE = Ids.next();

    private final OpenedBid cheap = bid("20000.00", 2);
    private final OpenedBid good = bid("25000.00", 1);

    @Test
    void the_score_is_the_weighted_sum_of_price_and_quality() {
        Ranking ranking =
                rank(List.of(cheap, good), points(cheap, "a", 60), points(good, "a", 91), points(good, "b", 90));
        assertThat(ranking.bids()).extracting(Ranking.Ranked::bid).containsExactly(good.id(), cheap.id());
        assertThat(ranking.bids().getFirst().score()).isEqualByComparingTo("87.3500");
        assertThat(ranking.bids().getLast().score()).isEqualByComparingTo("72.0000");
    }

    @Test
    void a_bid_above_the_budget_is_not_ranked_though_its_price_counts() {
        Ranking ranking = rank(List.of(bid("30000.01", 1), good));
        assertThat(ranking.bids()).extracting(Ranking.Ranked::bid).containsExactly(good.id());
        assertThat(ranking.bids().getFirst().score()).isEqualByComparingTo("30");
    }

    @Test
    void of_equal_scores_the_lower_price_goes_first() {
        OpenedBid dearer = bid("30000.00", 1);
        OpenedBid lower = bid("15000.00", 2);
        Ranking ranking = rank(
                List.of(dearer, lower),
                points(dearer, "a", 100),
                points(dearer, "b", 100),
                points(lower, "a", 79),
                points(lower, "b", 78));
        assertThat(ranking.bids().getFirst().bid()).isEqualTo(dearer.id());
        Ranking even = Ranking.of(
                purchase(50), List.of(dearer, lower), List.of(points(dearer, "a", 100), points(lower, "a", 50)));
        assertThat(even.bids()).extracting(Ranking.Ranked::score).allSatisfy(score -> assertThat(score)
                .isEqualByComparingTo("75"));
        assertThat(even.bids().getFirst().bid()).isEqualTo(lower.id());
    }

    @Test
    void of_equal_scores_and_prices_the_earlier_bid_goes_first() {
        OpenedBid late = bid("25000.00", 5);
        Ranking ranking = rank(List.of(late, good), points(late, "a", 80), points(good, "a", 80));
        assertThat(ranking.best().orElseThrow().bid()).isEqualTo(good.id());
    }

    @Test
    void without_a_bid_nobody_is_best() {
        assertThat(rank(List.of()).best()).isEmpty();
    }

    private static Ranking rank(List<OpenedBid> bids, Score... scores) {
        return Ranking.of(purchase(30), bids, List.of(scores));
    }

    private static Score points(OpenedBid bid, String evaluator, int points) {
        return new Score(bid.id(), "PLAN", evaluator, points);
    }

    private static OpenedBid bid(String amount, int minute) {
        return new OpenedBid(
                Ids.next(),
                PURCHASE,
                CreditCode.of("52220102MJ00000013"),
                "示例",
                Money.of(amount),
                "0".repeat(64),
                DUE.minusSeconds(3600 - 60L * minute));
    }

    private static Purchase purchase(int priceWeight) {
        return new Purchase(
                PURCHASE,
                Ids.next(),
                Ids.next(),
                Ids.next(),
                DivisionCode.of("220102001001"),
                null,
                "x",
                "x",
                Money.of("30000.00"),
                DUE,
                60,
                null,
                "demander",
                DUE.minusSeconds(7200),
                PurchaseStage.EVALUATING,
                List.of(
                        new Criterion("PRICE", Criterion.Kind.PRICE, "报价", priceWeight),
                        new Criterion("PLAN", Criterion.Kind.QUALITY, "方案", 100 - priceWeight)));
    }
}
