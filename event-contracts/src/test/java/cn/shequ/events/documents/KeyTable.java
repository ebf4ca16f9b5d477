package cn.shequ.events.documents;

import static java.util.stream.Collectors.joining;

import cn.shequ.events.EventCatalogue;

/** The table of the README: every event, its key, what it says. */
public final class KeyTable {

    public static final String BEGIN = "<!-- drawn from the catalogue: begin -->\n";
    public static final String END = "<!-- drawn from the catalogue: end -->";

    private KeyTable() {}

    /** The README with its table drawn anew. */
    public static String within(String readme) {
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new AssertionError("the README has lost the marks around its table");
        }
        return readme.substring(0, begin) + table() + readme.substring(end);
    }

    private static String table() {
        return EventCatalogue.all().stream()
                .map(entry -> "| `%s` | `%s` | `%s` | %s |\n"
                        .formatted(
                                entry.type().substring("cn.shequ.".length()),
                                entry.named().subject(),
                                entry.named().key(),
                                entry.named().says()))
                .collect(joining("", "| Event | Subject | Key | Says |\n|---|---|---|---|\n", ""));
    }
}
