package cn.shequ.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An event that concerns many communities is told in several events of at most {@value #MOST_ITEMS} items each, because
 * no event is larger than {@link EventCatalogue#MOST_BYTES}. Each says which part of how many it is and is complete in
 * itself: a reader acts on every part without waiting for the others.
 */
public final class Parts {

    public static final int MOST_ITEMS = 100;
    public static final int MOST_PARTS = 1_000;

    private Parts() {}

    /** The items in their order, cut so that each part can be sent. Nothing to tell is one empty part. */
    public static <T> List<List<T>> split(List<T> items) {
        return split(items, item -> 1, MOST_ITEMS);
    }

    /** As {@link #split(List)}, and no part's items weigh more than the limit together. */
    public static <T> List<List<T>> split(List<T> items, ToIntFunction<T> weight, int heaviest) {
        List<List<T>> parts = new ArrayList<>();
        List<T> part = new ArrayList<>();
        int load = 0;
        for (T item : items) {
            int next = weight.applyAsInt(item);
            if (!part.isEmpty() && (part.size() == MOST_ITEMS || load + next > heaviest)) {
                parts.add(List.copyOf(part));
                part.clear();
                load = 0;
            }
            part.add(item);
            load += next;
        }
        parts.add(List.copyOf(part));
        return List.copyOf(parts);
    }

    /** The list of one event: present, copied, and not longer than a part may be. */
    public static <T> List<T> ofOne(String component, @Nullable List<T> items) {
        Must.hold(items != null && items.size() <= MOST_ITEMS, component, "a list of at most " + MOST_ITEMS);
        return List.copyOf(items);
    }

    /** Parts are counted from 1. */
    public static void check(int part, int parts) {
        Must.be(Whole.PART, "parts", parts);
        Must.hold(part >= 1 && part <= parts, "part", "1 to the number of parts");
    }
}
