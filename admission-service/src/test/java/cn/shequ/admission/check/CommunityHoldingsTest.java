package cn.shequ.admission.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.RandomCases;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.memory.Sharing;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommunityHoldingsTest {

    private static final int PLACEMENTS = 200;

    private static List<AdmittedTask> many(RandomGenerator random) {
        return IntStream.range(0, PLACEMENTS)
                .mapToObj(i -> RandomTasks.task(random))
                .toList();
    }

    @Test
    void whatGoesInComesOutForItsBodyAndMatterInItsOrder() {
        RandomCases.forAll(20, random -> {
            List<AdmittedTask> all = many(random);
            CommunityHoldings holdings = new CommunityHoldings(all, new Sharing());
            for (CreditCode body : RandomTasks.BODIES) {
                for (String matter : RandomTasks.MATTERS) {
                    assertThat(holdings.of(body, matter))
                            .isEqualTo(all.stream()
                                    .filter(each -> each.department().equals(body)
                                            && each.matter().equals(matter))
                                    .toList());
                }
            }
        });
    }

    @Test
    void whereNothingWasAdmittedNothingIsFound() {
        RandomCases.forAll(20, random -> {
            CommunityHoldings holdings = new CommunityHoldings(many(random), new Sharing());
            assertThat(holdings.of(RandomTasks.body(41), "PUBLIC_HEALTH")).isEmpty();
            assertThat(holdings.of(RandomTasks.body(0), "FAMILY_PLANNING")).isEmpty();
        });
        CommunityHoldings none = new CommunityHoldings(List.of(), new Sharing());
        assertThat(none.of(RandomTasks.body(0), "PUBLIC_HEALTH")).isEmpty();
    }

    @Test
    void theLargestAmountAndTheLastDayFit() {
        UUID id = UUID.randomUUID();
        CreditCode body = RandomTasks.body(0);
        LocalDate lastDay = LocalDate.of(2999, 12, 31);
        AdmittedTask last = new AdmittedTask(
                id,
                UUID.randomUUID(),
                body,
                "部门",
                "EMPLOYMENT",
                "招聘会",
                "通知",
                "居民",
                "登记",
                LocalDate.of(2011, 1, 1),
                lastDay,
                PlacementStage.FUNDS_LAPSED,
                null,
                null,
                null,
                new AmountDue(id, 2999, Money.of("99999999999999999.99"), lastDay));
        assertThat(new CommunityHoldings(List.of(last), new Sharing()).of(body, "EMPLOYMENT"))
                .containsExactly(last);
    }

    /** A server is to remember twelve million of them in a part of its heap. */
    @Test
    void aPlacementTakesSomeSixtyBytes() {
        RandomCases.forAll(20, random -> {
            int weight = new CommunityHoldings(many(random), new Sharing()).weight();
            assertThat((double) weight / PLACEMENTS).isBetween(55.0, 62.0);
        });
    }
}
