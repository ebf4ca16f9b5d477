package cn.shequ.admission.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.memory.Sharing;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommunityHoldingsTest {

    private static final int PLACEMENTS = 200;
    private static final List<String> MATTERS = List.of("PUBLIC_HEALTH", "EMPLOYMENT", "EXCEPTIONAL");

    private final Random random = new Random(11);
    private final List<CreditCode> bodies =
            IntStream.range(0, 40).mapToObj(CommunityHoldingsTest::body).toList();

    private static CreditCode body(int number) {
        String first = "11220100DEM%06d".formatted(number);
        return CreditCode.of(first + CreditCode.checkCharacter(first));
    }

    private Placed placed() {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        int body = random.nextInt(bodies.size());
        PlacementStage stage = PlacementStage.values()[random.nextInt(PlacementStage.values().length)];
        LocalDate from = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
        boolean owes = random.nextBoolean();
        return new Placed(
                id,
                new UUID(random.nextLong(), random.nextLong()),
                bodies.get(body),
                "部门" + body,
                MATTERS.get(random.nextInt(MATTERS.size())),
                from,
                from.plusDays(random.nextInt(700)),
                stage,
                maybe(from.plusDays(100)),
                maybe("placement.payment-grace@" + random.nextInt(1, 3)),
                maybe(from),
                owes ? new AmountDue(id, from.getYear(), Money.ofFen(random.nextInt(1, 1_000_000)), from) : null);
    }

    private static Approval approval(UUID application) {
        return new Approval(application, "体检" + application, "通知", "老人", "登记");
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private List<Placed> many() {
        return IntStream.range(0, PLACEMENTS).mapToObj(i -> placed()).toList();
    }

    @Test
    void whatGoesInComesOutForItsBodyAndMatterInItsOrder() {
        List<Placed> all = many();
        CommunityHoldings holdings = new CommunityHoldings(all, CommunityHoldingsTest::approval, new Sharing());
        for (CreditCode body : bodies) {
            for (String matter : MATTERS) {
                List<Placed> placed = all.stream()
                        .filter(each ->
                                each.department().equals(body) && each.matter().equals(matter))
                        .toList();
                assertThat(holdings.of(body, matter)).isEqualTo(Holding.of(placed, CommunityHoldingsTest::approval));
            }
        }
    }

    @Test
    void whereNothingWasAdmittedNothingIsFound() {
        CommunityHoldings holdings = new CommunityHoldings(many(), CommunityHoldingsTest::approval, new Sharing());
        assertThat(holdings.of(body(41), "PUBLIC_HEALTH")).isEqualTo(Holding.NOTHING);
        assertThat(holdings.of(bodies.getFirst(), "FAMILY_PLANNING")).isEqualTo(Holding.NOTHING);
        CommunityHoldings none = new CommunityHoldings(List.of(), CommunityHoldingsTest::approval, new Sharing());
        assertThat(none.of(bodies.getFirst(), "PUBLIC_HEALTH")).isEqualTo(Holding.NOTHING);
    }

    @Test
    void theLargestAmountAndTheLastDayFit() {
        UUID id = UUID.randomUUID();
        AmountDue owed = new AmountDue(id, 2999, Money.of("99999999999999999.99"), LocalDate.of(2999, 12, 31));
        Placed last = new Placed(
                id,
                UUID.randomUUID(),
                bodies.getFirst(),
                "部门",
                "EMPLOYMENT",
                LocalDate.of(2011, 1, 1),
                LocalDate.of(2999, 12, 31),
                PlacementStage.FUNDS_LAPSED,
                null,
                null,
                null,
                owed);
        assertThat(new CommunityHoldings(List.of(last), CommunityHoldingsTest::approval, new Sharing())
                        .of(bodies.getFirst(), "EMPLOYMENT"))
                .isEqualTo(Holding.of(List.of(last), CommunityHoldingsTest::approval));
    }

    /** A server is to remember twelve million of them in a part of its heap. */
    @Test
    void aPlacementTakesSomeSixtyBytes() {
        List<Placed> alike = new ArrayList<>(many());
        alike.replaceAll(each -> new Placed(
                each.placement(),
                each.application(),
                each.department(),
                each.departmentName(),
                each.matter(),
                each.validFrom(),
                each.validTo(),
                each.stage(),
                each.fundedThrough(),
                each.fundingRule(),
                each.exitedOn(),
                new AmountDue(each.placement(), 2026, Money.of("3000.00"), each.validFrom())));
        alike.sort(Comparator.comparing(Placed::validTo).reversed());
        int weight = new CommunityHoldings(alike, CommunityHoldingsTest::approval, new Sharing()).weight();
        assertThat((double) weight / PLACEMENTS).isBetween(55.0, 62.0);
    }
}
