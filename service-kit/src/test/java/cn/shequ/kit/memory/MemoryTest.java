package cn.shequ.kit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final int MOST = 10_000;

    private final Stamps stamps = new Stamps();
    private final AtomicBoolean sure = new AtomicBoolean(true);
    private final Memory<String, Integer> memory =
            new Memory<>(stamps, sure::get, MOST, value -> value, Function.identity());
    private final Map<String, Integer> stored = new HashMap<>(Map.of("a", 1, "b", 2));
    private final List<String> read = new ArrayList<>();

    private Map<String, Integer> ask(String... keys) {
        return memory.all(Set.of(keys), this::read);
    }

    private Map<String, Integer> read(Set<String> keys) {
        read.addAll(keys);
        return keys.stream().collect(Collectors.toMap(Function.identity(), key -> stored.getOrDefault(key, 0)));
    }

    @Test
    void whatWasReadOnceIsNotReadAgainAndTheRestIsReadTogether() {
        assertThat(ask("a")).isEqualTo(Map.of("a", 1));
        assertThat(ask("a", "b", "c")).isEqualTo(Map.of("a", 1, "b", 2, "c", 0));
        assertThat(ask("c")).isEqualTo(Map.of("c", 0));
        assertThat(read).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void whatIsRememberedIsAtHandAndNothingIsReadForIt() {
        assertThat(memory.of("a")).isEmpty();
        ask("a");
        assertThat(memory.of("a")).contains(1);
        sure.set(false);
        assertThat(memory.of("a")).isEmpty();
        sure.set(true);
        stamps.changed(new Changed("a"));
        assertThat(memory.of("a")).isEmpty();
        assertThat(read).containsExactly("a");
    }

    @Test
    void whatWasChangedIsReadAnewAndNothingElse() {
        ask("a", "b");
        stored.put("a", 10);
        stamps.changed(new Changed("a"));
        assertThat(ask("a", "b")).isEqualTo(Map.of("a", 10, "b", 2));
        assertThat(read).containsExactlyInAnyOrder("a", "b", "a");
    }

    @Test
    void aChangeOfNobodyKnowsWhatForgetsEverything() {
        ask("a", "b");
        stored.putAll(Map.of("a", 10, "b", 20));
        stamps.changed(new Changed(null));
        assertThat(ask("a", "b")).isEqualTo(Map.of("a", 10, "b", 20));
    }

    @Test
    void whatWasChangedWhileItWasReadIsNotRemembered() {
        memory.all(Set.of("a"), keys -> {
            Map<String, Integer> before = read(keys);
            stored.put("a", 10);
            stamps.changed(new Changed("a"));
            return before;
        });
        assertThat(ask("a")).isEqualTo(Map.of("a", 10));
    }

    @Test
    void nothingIsBelievedWhileChangesMayGoUnheard() {
        ask("a");
        sure.set(false);
        stored.put("a", 10);
        assertThat(ask("a")).isEqualTo(Map.of("a", 10));
        assertThat(ask("a")).isEqualTo(Map.of("a", 10));
        assertThat(read).containsExactly("a", "a", "a");
    }

    @Test
    void whatMayNotBeKeptIsNotReadForThoseWhoOnlyWantWhatMayBe() {
        assertThat(memory.allThatMayBeKept(Set.of("a"), this::read)).contains(Map.of("a", 1));
        sure.set(false);
        assertThat(memory.allThatMayBeKept(Set.of("a", "b"), this::read)).isEmpty();
        assertThat(read).containsExactly("a");
    }

    @Test
    void itKeepsNoMoreThanItsWeightAndReadsTheRestAnew() {
        int weight = 800;
        int fitting = MOST / (Memory.ENTRY + weight);
        IntStream.range(0, 100).forEach(number -> stored.put("k" + number, weight));
        for (int round = 0; round < 3; round++) {
            IntStream.range(0, 100)
                    .forEach(number -> assertThat(ask("k" + number)).isEqualTo(Map.of("k" + number, weight)));
        }
        assertThat(read).hasSizeBetween(300 - 2 * fitting, 300);
        read.clear();
        IntStream.range(0, 100).forEach(number -> ask("k" + number));
        assertThat(read).as("what is kept").hasSizeGreaterThanOrEqualTo(100 - fitting);
    }
}
