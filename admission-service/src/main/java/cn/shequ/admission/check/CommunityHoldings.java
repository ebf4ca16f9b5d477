package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was admitted in one community, as it is now, in rows of one width in one array. A city has hundreds of
 * placements in each community; as objects each of them would take three times as much, and the collector would go over all.
 */
final class CommunityHoldings {

    private static final int WIDTH = 4 * Long.BYTES + 6 * Integer.BYTES + 3 * Short.BYTES + Byte.BYTES;
    private static final int MOST_WORDS = 1 << Short.SIZE;
    private static final int NO_DAY = Integer.MIN_VALUE;
    private static final String NO_WORD = "";
    private static final int OVERHEAD = 150;
    private static final int AMOUNT = 80;
    private static final PlacementStage[] STAGES = PlacementStage.values();

    /** Codes and names of the bodies in the order of the codes, and the row after the last one of each. */
    private final String[] bodies;

    private final String[] names;
    private final int[] ends;
    /** What rows name by number: matters and rules. Communities share the texts. */
    private final String[] words;
    /** The same of amounts: most placements of a community cost one of a few. */
    private final Money[] amounts;

    private final byte[] rows;

    private CommunityHoldings(
            String[] bodies, String[] names, int[] ends, String[] words, Money[] amounts, byte[] rows) {
        this.bodies = bodies;
        this.names = names;
        this.ends = ends;
        this.words = words;
        this.amounts = amounts;
        this.rows = rows;
    }

    /**
     * Of all placements of a community; those of one body and matter stay in their order.
     *
     * @param shared gives the one text that is kept of equal ones
     */
    static CommunityHoldings of(List<Placed> placed, UnaryOperator<String> shared) {
        List<Placed> sorted =
                placed.stream().sorted(Comparator.comparing(Placed::department)).toList();
        // In the order of their numbers.
        Map<String, Integer> words = new LinkedHashMap<>();
        Map<Money, Integer> amounts = new LinkedHashMap<>();
        List<String> bodies = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int[] ends = new int[sorted.size()];
        ByteBuffer rows = ByteBuffer.allocate(sorted.size() * WIDTH);
        for (int row = 0; row < sorted.size(); row++) {
            Placed each = sorted.get(row);
            String body = each.department().value();
            if (bodies.isEmpty() || !bodies.getLast().equals(body)) {
                bodies.add(shared.apply(body));
                names.add(shared.apply(each.departmentName()));
            }
            ends[bodies.size() - 1] = row + 1;
            write(rows, each, words, amounts);
        }
        return new CommunityHoldings(
                bodies.toArray(String[]::new),
                names.toArray(String[]::new),
                Arrays.copyOf(ends, bodies.size()),
                words.keySet().stream().map(shared).toArray(String[]::new),
                amounts.keySet().toArray(Money[]::new),
                rows.array());
    }

    private static void write(ByteBuffer row, Placed placed, Map<String, Integer> words, Map<Money, Integer> amounts) {
        AmountDue owed = placed.owed();
        String rule = placed.fundingRule();
        row.putShort(number(placed.matter(), words));
        put(row, placed.placement());
        put(row, placed.application());
        put(row, placed.validFrom());
        put(row, placed.validTo());
        row.put((byte) placed.stage().ordinal());
        put(row, placed.fundedThrough());
        row.putShort(number(rule == null ? NO_WORD : rule, words));
        put(row, placed.exitedOn());
        row.putInt(owed == null ? 0 : owed.fundingYear());
        row.putShort(owed == null ? 0 : number(owed.amountDue(), amounts));
        put(row, owed == null ? null : owed.payBy());
    }

    /** What was admitted of a matter for a body; in the order in which it was given. */
    List<Placed> of(CreditCode department, String matter) {
        int body = Arrays.binarySearch(bodies, department.value());
        if (body < 0) {
            return List.of();
        }
        List<Placed> found = new ArrayList<>();
        ByteBuffer row = ByteBuffer.wrap(rows);
        for (int number = body == 0 ? 0 : ends[body - 1]; number < ends[body]; number++) {
            row.position(number * WIDTH);
            if (matter.equals(word(row))) {
                found.add(read(row, department, names[body], matter));
            }
        }
        return found;
    }

    private Placed read(ByteBuffer row, CreditCode department, String name, String matter) {
        UUID placement = new UUID(row.getLong(), row.getLong());
        return new Placed(
                placement,
                new UUID(row.getLong(), row.getLong()),
                department,
                name,
                matter,
                LocalDate.ofEpochDay(row.getInt()),
                LocalDate.ofEpochDay(row.getInt()),
                STAGES[row.get()],
                day(row),
                word(row),
                day(row),
                owed(row, placement));
    }

    private @Nullable AmountDue owed(ByteBuffer row, UUID placement) {
        int year = row.getInt();
        int amount = Short.toUnsignedInt(row.getShort());
        LocalDate payBy = day(row);
        return payBy == null ? null : new AmountDue(placement, year, amounts[amount], payBy);
    }

    /** What it takes in memory, about, in bytes, without the texts that all communities share. */
    int weight() {
        return OVERHEAD + rows.length + Integer.BYTES * (words.length + 3 * bodies.length) + AMOUNT * amounts.length;
    }

    private static void put(ByteBuffer row, UUID id) {
        row.putLong(id.getMostSignificantBits());
        row.putLong(id.getLeastSignificantBits());
    }

    private static void put(ByteBuffer row, @Nullable LocalDate day) {
        row.putInt(day == null ? NO_DAY : Math.toIntExact(day.toEpochDay()));
    }

    private static @Nullable LocalDate day(ByteBuffer row) {
        int day = row.getInt();
        return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    }

    private static <T> short number(T value, Map<T, Integer> numbers) {
        int number = numbers.computeIfAbsent(value, each -> numbers.size());
        if (number >= MOST_WORDS) {
            throw new IllegalStateException("more different matters, rules and amounts than a community can have");
        }
        return (short) number;
    }

    private @Nullable String word(ByteBuffer row) {
        String word = words[Short.toUnsignedInt(row.getShort())];
        return word.equals(NO_WORD) ? null : word;
    }
}
