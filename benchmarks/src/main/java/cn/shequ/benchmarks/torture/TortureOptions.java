package cn.shequ.benchmarks.torture;

import java.nio.file.Path;
import java.util.List;

/** What the command line says. */
record TortureOptions(Path home, int rounds, long seed) {

    private static final int ROUNDS = 5;
    private static final long SEED = 20_111_214L;

    TortureOptions {
        if (rounds < 1) {
            throw new IllegalArgumentException("at least one round");
        }
    }

    /** {@code --home=…} as the script gives it; {@code --rounds N} and {@code --seed S}, also with an equals sign. */
    static TortureOptions parse(List<String> arguments) {
        Path home = Path.of(".");
        int rounds = ROUNDS;
        long seed = SEED;
        List<String> words = arguments.stream()
                .flatMap(argument -> List.of(argument.split("=", 2)).stream())
                .toList();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            String value = words.get(i + 1);
            switch (words.get(i)) {
                case "--home" -> home = Path.of(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                default -> throw new IllegalArgumentException("unknown option " + words.get(i));
            }
        }
        if (words.size() % 2 != 0) {
            throw new IllegalArgumentException("an option without its value: " + words.getLast());
        }
        return new TortureOptions(home, rounds, seed);
    }
}
