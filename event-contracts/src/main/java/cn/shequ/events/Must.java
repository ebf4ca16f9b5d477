package cn.shequ.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the constructors of events insist on. A message names the component and never repeats its value: what is wrong
 * here may be what must not reach a log.
 */
public final class Must {

    private Must() {}

    public static void be(Shape shape, String component, @Nullable String text) {
        hold(text != null && shape.fits(text), component, shape.meaning());
    }

    public static void beIfPresent(Shape shape, String component, @Nullable String text) {
        hold(text == null || shape.fits(text), component, shape.meaning());
    }

    public static void be(Whole whole, String component, int number) {
        hold(whole.fits(number), component, whole.least() + " to " + whole.most());
    }

    public static void beOneOf(Class<? extends Enum<?>> words, String component, @Nullable String text) {
        hold(isOneOf(words, text), component, "one of " + Arrays.toString(words.getEnumConstants()));
    }

    public static void beOneOfIfPresent(Class<? extends Enum<?>> words, String component, @Nullable String text) {
        hold(text == null || isOneOf(words, text), component, "one of " + Arrays.toString(words.getEnumConstants()));
    }

    public static void bePresent(String component, @Nullable Object value) {
        hold(value != null, component, "present");
    }

    /** A period with both ends included; without an end it is open. */
    public static void beInOrder(String component, @Nullable LocalDate from, @Nullable LocalDate to) {
        hold(
                from != null && (to == null || !to.isBefore(from)),
                component,
                "a period that begins and does not end before it begins");
    }

    /** Each element of the list has the shape; the list is copied, so that the event cannot change any more. */
    public static List<String> beAll(Shape shape, String component, @Nullable List<String> texts) {
        List<String> copy = Parts.ofOne(component, texts);
        copy.forEach(text -> be(shape, component, text));
        return copy;
    }

    /** Each element of a list that may be absent is one of the words; the list is copied. */
    public static @Nullable List<String> beAllOneOfIfPresent(
            Class<? extends Enum<?>> words, String component, @Nullable List<String> texts) {
        if (texts == null) {
            return null;
        }
        List<String> copy = Parts.ofOne(component, texts);
        copy.forEach(text -> beOneOf(words, component, text));
        return copy;
    }

    /** The second amount is the first one, to the last fen. */
    public static void beEqual(String component, BigDecimal expected, String amount) {
        hold(expected.compareTo(new BigDecimal(amount)) == 0, component, "what its parts add up to");
    }

    public static void hold(boolean holds, String component, String expectation) {
        if (!holds) {
            throw new IllegalArgumentException(component + " must be: " + expectation);
        }
    }

    private static boolean isOneOf(Class<? extends Enum<?>> words, @Nullable String text) {
        return Arrays.stream(words.getEnumConstants())
                .anyMatch(word -> word.name().equals(text));
    }
}
