package cn.shequ.acceptance.policy;

import cn.shequ.localstack.flow.Journal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Notes which operations of the suite each test rests on, for the coverage document: those it called itself, and those
 * of the step of the story that it asked for last, whichever test had that step played.
 */
public final class CalledOperations {

    private static final Map<String, Set<String>> BY_TEST = new ConcurrentHashMap<>();
    private static final Map<String, Set<String>> BY_STEP = new ConcurrentHashMap<>();
    private static volatile @Nullable String test;
    private static volatile @Nullable String playing;
    private static volatile @Nullable String told;

    /** For the story's journal. */
    public static final Journal.Listener STORY = new Journal.Listener() {
        @Override
        public void plays(String step) {
            playing = step;
        }

        @Override
        public void tells(String step) {
            playing = null;
            told = step;
        }
    };

    private CalledOperations() {}

    /** @param operation method and path template, for instance {@code POST /api/funding/v1/receipts} */
    public static void note(String operation) {
        String step = playing;
        String running = test;
        if (step != null) {
            of(BY_STEP, step).add(operation);
        } else if (running != null) {
            of(BY_TEST, running).add(operation);
        }
    }

    private static Set<String> of(Map<String, Set<String>> operations, String key) {
        return operations.computeIfAbsent(key, none -> ConcurrentHashMap.newKeySet());
    }

    static void begin(String name) {
        test = name;
        told = null;
    }

    /** What the test that has just ended rests on. */
    static Set<String> end(String name) {
        Set<String> operations = new TreeSet<>(BY_TEST.getOrDefault(name, Set.of()));
        String step = told;
        if (step != null) {
            operations.addAll(BY_STEP.getOrDefault(step, Set.of()));
        }
        test = null;
        return operations;
    }
}
