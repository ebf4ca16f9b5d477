package cn.shequ.benchmarks.torture;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All rounds in one table, by what was killed. */
final class Summary {

    private Summary() {}

    static void print(List<Round> rounds, PrintStream out) {
        Map<String, List<Round>> byVictims =
                rounds.stream().collect(Collectors.groupingBy(Round::names, TreeMap::new, Collectors.toList()));
        out.println();
        out.println("| killed | rounds | commands | repeated | replayed | longest down s | wrong |");
        out.println("|---|---|---|---|---|---|---|");
        byVictims.forEach((names, of) -> out.println(row(names, of)));
        out.println(row("all", rounds));
    }

    private static String row(String names, List<Round> rounds) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.1f | %d |",
                names,
                rounds.size(),
                rounds.stream().mapToLong(Round::commands).sum(),
                rounds.stream().mapToLong(Round::repeated).sum(),
                rounds.stream().mapToLong(Round::replayed).sum(),
                rounds.stream()
                                .mapToLong(round -> round.down().toMillis())
                                .max()
                                .orElse(0)
                        / 1000.0,
                rounds.stream().filter(round -> !round.wrong().isEmpty()).count());
    }
}
