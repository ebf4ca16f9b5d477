package cn.shequ.acceptance.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code deploy/observability} asks Prometheus for. */
final class Watching {

    /** @param labels by which it is chosen or grouped */
    record Metric(String name, Set<String> labels) {}

    private static final Pattern SELECTOR = Pattern.compile("(?<![\\w.])([a-zA-Z_:][\\w:]*)\\s*(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)");
    private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Set<String> WORDS = Set.of("or", "and", "unless", "bool", "group_left", "group_right");

    private Watching() {}

    static List<JsonNode> alerts() {
        JsonNode file = Deploy.yaml(Deploy.directory("observability").resolve("alerts.yml"))
                .getFirst();
        return file.path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    static List<JsonNode> panels() {
        return Deploy.yaml(Deploy.directory("observability").resolve("dashboard.json"))
                .getFirst()
                .path("panels")
                .valueStream()
                .toList();
    }

    /** Everything that alerts and dashboard ask. */
    static List<String> expressions() {
        return Stream.concat(alerts().stream(), panels().stream().flatMap(panel -> panel.path("targets")
                        .valueStream()))
                .map(asked -> asked.path("expr").asText())
                .toList();
    }

    /** The metrics that an expression names: what is no function, no word of the language and no label. */
    static List<Metric> metricsOf(String expression) {
        String plain = GROUPING.matcher(expression).replaceAll(" ").replaceAll("\\[[^]]*]", " ");
        List<Metric> metrics = new ArrayList<>();
        Matcher found = SELECTOR.matcher(plain);
        while (found.find()) {
            boolean called = plain.substring(found.end()).stripLeading().startsWith("(");
            if (!called && !WORDS.contains(found.group(1))) {
                metrics.add(new Metric(found.group(1), labelsOf(found.group(2))));
            }
        }
        return metrics;
    }

    private static Set<String> labelsOf(String matchers) {
        Set<String> labels = new TreeSet<>();
        if (matchers != null) {
            LABEL.matcher(matchers.replaceAll("\"[^\"]*\"", "\"\""))
                    .results()
                    .forEach(label -> labels.add(label.group(1)));
        }
        return labels;
    }
}
