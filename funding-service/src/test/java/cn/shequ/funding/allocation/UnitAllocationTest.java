package cn.shequ.funding.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.RandomCases;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-15")
class UnitAllocationTest {

    private static final Money ENTITLEMENT = Money.of("55000.00");
    private static final Money SUBSIDY = Money.of("30000.00");

    private static EligibleUnit unit(int communities) {
        return new EligibleUnit(
                DivisionCode.of("220102000000"),
                "南关区",
                "URBAN_DISTRICT",
                ENTITLEMENT,
                SUBSIDY,
                IntStream.rangeClosed(1, communities)
                        .mapToObj(UnitAllocationTest::community)
                        .toList());
    }

    private static DivisionCode community(int number) {
        return DivisionCode.of("220102%06d".formatted(1000 + number));
    }

    @Test
    void spread_evenly_each_community_gets_30000_of_the_pool_and_25000_of_its_district() {
        UnitAllocation allocation = UnitAllocation.spread(unit(362), Map.of());
        assertThat(allocation.entitlement()).isEqualTo(Money.of("19910000.00"));
        assertThat(allocation.poolTransfer()).isEqualTo(Money.of("10860000.00"));
        assertThat(allocation.ownShare()).isEqualTo(Money.of("9050000.00"));
        assertThat(allocation.communities())
                .allMatch(share -> share.poolShare().equals(SUBSIDY))
                .allMatch(share -> share.ownShare().equals(Money.of("25000.00")));
    }

    @Test
    void the_fen_that_does_not_divide_goes_to_the_smaller_code() {
        Map<DivisionCode, Long> weights = Map.of(community(1), 1L, community(2), 1L, community(3), 1L);
        EligibleUnit three = new EligibleUnit(
                DivisionCode.of("220102000000"),
                "南关区",
                "URBAN_DISTRICT",
                ENTITLEMENT,
                Money.of("33.34"),
                List.of(community(3), community(1), community(2)));
        assertThat(UnitAllocation.spread(three, weights).communities())
                .extracting(CommunityShare::poolShare)
                .containsExactly(Money.of("33.34"), Money.of("33.34"), Money.of("33.34"));
        EligibleUnit odd = new EligibleUnit(
                DivisionCode.of("220102000000"),
                "南关区",
                "URBAN_DISTRICT",
                ENTITLEMENT,
                Money.of("0.01"),
                List.of(community(3), community(1)));
        assertThat(UnitAllocation.spread(odd, Map.of(community(1), 3L)).communities())
                .extracting(CommunityShare::poolShare)
                .containsExactly(Money.of("0.02"), Money.of("0.00"));
    }

    @Test
    void a_community_that_the_pool_covers_wholly_gets_nothing_of_its_district() {
        UnitAllocation allocation = UnitAllocation.spread(unit(2), Map.of(community(1), 100L, community(2), 0L));
        assertThat(allocation.communities().getFirst().poolShare()).isEqualTo(Money.of("60000.00"));
        assertThat(allocation.communities().getFirst().ownShare()).isEqualTo(Money.ZERO);
        assertThat(allocation.communities().getLast().ownShare()).isEqualTo(ENTITLEMENT);
    }

    @Test
    void whatever_the_weights_every_fen_of_the_pool_is_attributed_and_every_entitlement_is_met() {
        RandomCases.forAll(500, random -> {
            EligibleUnit unit = unit(random.nextInt(1, 80));
            Map<DivisionCode, Long> weights = weights(unit, random);
            UnitAllocation allocation = UnitAllocation.spread(unit, weights);
            assertThat(Money.sum(allocation.communities().stream()
                            .map(CommunityShare::poolShare)
                            .toList()))
                    .isEqualTo(SUBSIDY.times(unit.communities().size()));
            for (CommunityShare share : allocation.communities()) {
                assertThat(share.poolShare().isNegative()).isFalse();
                assertThat(share.poolShare().plus(share.ownShare())).isGreaterThanOrEqualTo(share.entitlement());
                assertThat(share.ownShare().isZero()
                                || share.poolShare().plus(share.ownShare()).equals(ENTITLEMENT))
                        .isTrue();
            }
        });
    }

    @Test
    void who_weighs_more_never_gets_less() {
        RandomCases.forAll(200, random -> {
            EligibleUnit unit = unit(random.nextInt(2, 40));
            Map<DivisionCode, Long> weights = weights(unit, random);
            List<CommunityShare> shares = UnitAllocation.spread(unit, weights).communities();
            for (CommunityShare one : shares) {
                for (CommunityShare other : shares) {
                    if (weights.get(one.community()) > weights.get(other.community())) {
                        assertThat(one.poolShare()).isGreaterThanOrEqualTo(other.poolShare());
                    }
                }
            }
        });
    }

    private static Map<DivisionCode, Long> weights(EligibleUnit unit, RandomGenerator random) {
        Map<DivisionCode, Long> weights = new HashMap<>();
        unit.communities().forEach(community -> weights.put(community, random.nextLong(0, 1_000_001)));
        weights.merge(unit.communities().getFirst(), 1L, Long::sum);
        return weights;
    }
}
