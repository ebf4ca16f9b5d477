package cn.shequ.acceptance.policy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Notes which operations of the suite each test called, for the coverage document. */
public final class CalledOperations {

    private static final Map<String, Set<String>> BY_TEST = new ConcurrentHashMap<>();
    private static volatile @Nullable String running;

    private CalledOperations() {}

    /** @param operation method and path template, for instance {@code POST /api/funding/v1/receipts} */
    public static void note(String operation) {
        String test = running;
        if (test != null) {
            BY_TEST.computeIfAbsent(test, name -> ConcurrentHashMap.newKeySet()).add(operation);
        }
    }

    static void begin(String test) {
        running = test;
    }

    static void end() {
        running = null;
    }

    static Set<String> of(String test) {
        return new TreeSet<>(BY_TEST.getOrDefault(test, Set.of()));
    }
}
