package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Placements of every kind, of some bodies and matters. */
final class RandomTasks {

    static final List<String> MATTERS = List.of("PUBLIC_HEALTH", "EMPLOYMENT", "EXCEPTIONAL");
    static final List<CreditCode> BODIES =
            IntStream.range(0, 40).mapToObj(RandomTasks::body).toList();

    private RandomTasks() {}

    static CreditCode body(int number) {
        String first = "11220100DEM%06d".formatted(number);
        return CreditCode.of(first + CreditCode.checkCharacter(first));
    }

    static AdmittedTask task(RandomGenerator random) {
        UUID placement = id(random);
        CreditCode body = one(random, BODIES);
        LocalDate from = day(random);
        return new AdmittedTask(
                placement,
                id(random),
                body,
                "部门" + body,
                one(random, MATTERS),
                text(random),
                text(random),
                text(random),
                text(random),
                from,
                from.plusDays(random.nextInt(700)),
                one(random, List.of(PlacementStage.values())),
                maybe(random, from.plusDays(100)),
                maybe(random, "placement.payment-grace@%d/220102000000".formatted(random.nextInt(1, 3))),
                maybe(random, from),
                maybe(random, due(random, placement)));
    }

    static AmountDue due(RandomGenerator random, UUID placement) {
        LocalDate payBy = day(random);
        return new AmountDue(placement, payBy.getYear(), Money.ofFen(random.nextLong(1, 1_000_000_000)), payBy);
    }

    /** What may stand in a text: also what JSON must escape, and what takes two and four bytes. */
    static String text(RandomGenerator random) {
        String characters = "老人体检 abc\"\\/\n\t\u0001é€𠮷";
        int[] points = characters.codePoints().toArray();
        return random.ints(random.nextInt(40), 0, points.length)
                .collect(StringBuilder::new, (text, at) -> text.appendCodePoint(points[at]), StringBuilder::append)
                .toString();
    }

    static UUID id(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static LocalDate day(RandomGenerator random) {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
    }

    private static <T> T one(RandomGenerator random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> @Nullable T maybe(RandomGenerator random, T value) {
        return random.nextBoolean() ? value : null;
    }
}
