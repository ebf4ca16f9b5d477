package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.memory.Sharing;
import cn.shequ.kit.money.Money;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was admitted in one community, as it is now, in rows of one width in one array. A city has hundreds of
 * placements in each community; as objects each of them would take three times as much, and the collector would go over all.
 *
 * <p>Most communities that are asked about are in none of the processor's caches, so what is looked up lies in few places:
 * the rows of a body and a matter beside each other, found by their hash, and what they name by number in lists of which
 * equal ones are kept once, as the communities of a city mostly have the same bodies, approvals and matters.
 */
final class CommunityHoldings {

    private static final int WIDTH = 2 * Long.BYTES + 6 * Integer.BYTES + 5 * Short.BYTES + Byte.BYTES;
    private static final int MOST_NUMBERS = 1 << Short.SIZE;
    private static final int NO_DAY = Integer.MIN_VALUE;
    private static final String NO_WORD = "";
    private static final int OVERHEAD = 150;
    private static final int SPREAD = 0x9E3779B9;
    private static final PlacementStage[] STAGES = PlacementStage.values();

    private final List<Body> bodies;
    private final List<Approval> approvals;
    /** Matters and rules. */
    private final List<String> words;

    private final List<Money> amounts;
    /** The row after the last one of each hash. */
    private final int[] ends;

    private final byte[] rows;

    private record Body(CreditCode code, String name) implements Comparable<Body> {

        private static final Comparator<Body> ORDER =
                Comparator.comparing(Body::code).thenComparing(Body::name);

        static Body of(AdmittedTask task) {
            return new Body(task.department(), task.departmentName());
        }

        @Override
        public int compareTo(Body other) {
            return ORDER.compare(this, other);
        }
    }

    /** What an approval states alike of all its placements: content, objects and authority (Art. 5). */
    private record Approval(UUID application, String title, String content, String objects, String authority)
            implements Comparable<Approval> {

        static Approval of(AdmittedTask task) {
            return new Approval(task.application(), task.title(), task.content(), task.objects(), task.authority());
        }

        /** Each application has one. */
        @Override
        public int compareTo(Approval other) {
            return application.compareTo(other.application);
        }
    }

    /** Of all placements of a community; those of one body and matter stay in their order. */
    CommunityHoldings(List<AdmittedTask> tasks, Sharing sharing) {
        bodies = different(tasks.stream().map(Body::of), sharing);
        approvals = different(tasks.stream().map(Approval::of), sharing);
        words = different(
                Stream.concat(
                        tasks.stream().map(AdmittedTask::matter),
                        tasks.stream().map(each -> written(each.fundingRule()))),
                sharing);
        amounts = different(
                tasks.stream().map(AdmittedTask::owed).filter(Objects::nonNull).map(AmountDue::amountDue), sharing);
        ends = new int[Math.max(1, Integer.highestOneBit(tasks.size()))];
        rows = new byte[tasks.size() * WIDTH];
        ByteBuffer row = ByteBuffer.wrap(rows);
        tasks.stream()
                .sorted(Comparator.comparingInt(each -> hash(each.department(), each.matter())))
                .forEach(each -> {
                    write(row, each);
                    ends[hash(each.department(), each.matter())] = row.position() / WIDTH;
                });
        for (int hash = 1; hash < ends.length; hash++) {
            ends[hash] = Math.max(ends[hash], ends[hash - 1]);
        }
    }

    private static <T extends Comparable<T>> List<T> different(Stream<T> values, Sharing sharing) {
        List<T> different = values.distinct().sorted().map(sharing::one).toList();
        if (different.size() > MOST_NUMBERS) {
            throw new IllegalStateException(
                    "more different bodies, approvals, matters, rules or amounts than a community can have");
        }
        return sharing.one(different);
    }

    private int hash(CreditCode department, String matter) {
        int hash = (31 * department.value().hashCode() + matter.hashCode()) * SPREAD;
        return (hash >>> Short.SIZE) & (ends.length - 1);
    }

    private void write(ByteBuffer row, AdmittedTask task) {
        AmountDue owed = task.owed();
        row.putShort(number(Body.of(task), bodies));
        row.putShort(number(task.matter(), words));
        put(row, task.placement());
        row.putShort(number(Approval.of(task), approvals));
        put(row, task.validFrom());
        put(row, task.validTo());
        row.put((byte) task.stage().ordinal());
        put(row, task.fundedThrough());
        row.putShort(number(written(task.fundingRule()), words));
        put(row, task.exitedOn());
        row.putInt(owed == null ? 0 : owed.fundingYear());
        row.putShort(owed == null ? 0 : number(owed.amountDue(), amounts));
        put(row, owed == null ? null : owed.payBy());
    }

    /** What was admitted of a matter for a body; in the order in which it was given. */
    List<AdmittedTask> of(CreditCode department, String matter) {
        int hash = hash(department, matter);
        List<AdmittedTask> tasks = new ArrayList<>();
        ByteBuffer row = ByteBuffer.wrap(rows);
        for (int number = hash == 0 ? 0 : ends[hash - 1]; number < ends[hash]; number++) {
            row.position(number * WIDTH);
            Body body = numbered(row, bodies);
            String what = numbered(row, words);
            if (body.code().equals(department) && what.equals(matter)) {
                tasks.add(task(row, body, what));
            }
        }
        return tasks;
    }

    private AdmittedTask task(ByteBuffer row, Body body, String matter) {
        UUID placement = new UUID(row.getLong(), row.getLong());
        Approval approval = numbered(row, approvals);
        return new AdmittedTask(
                placement,
                approval.application(),
                body.code(),
                body.name(),
                matter,
                approval.title(),
                approval.content(),
                approval.objects(),
                approval.authority(),
                LocalDate.ofEpochDay(row.getInt()),
                LocalDate.ofEpochDay(row.getInt()),
                STAGES[row.get()],
                day(row),
                read(numbered(row, words)),
                day(row),
                owed(row, placement));
    }

    private @Nullable AmountDue owed(ByteBuffer row, UUID placement) {
        int year = row.getInt();
        int amount = Short.toUnsignedInt(row.getShort());
        LocalDate payBy = day(row);
        return payBy == null ? null : new AmountDue(placement, year, amounts.get(amount), payBy);
    }

    /** What it takes in memory, about, in bytes, as if its lists were its own, without what is in them. */
    int weight() {
        return OVERHEAD
                + rows.length
                + Integer.BYTES * (ends.length + bodies.size() + approvals.size() + words.size() + amounts.size());
    }

    private static String written(@Nullable String rule) {
        return rule == null ? NO_WORD : rule;
    }

    private static @Nullable String read(String word) {
        return word.equals(NO_WORD) ? null : word;
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

    private static <T extends Comparable<T>> short number(T value, List<T> different) {
        return (short) Collections.binarySearch(different, value);
    }

    private static <T> T numbered(ByteBuffer row, List<T> different) {
        return different.get(Short.toUnsignedInt(row.getShort()));
    }
}
