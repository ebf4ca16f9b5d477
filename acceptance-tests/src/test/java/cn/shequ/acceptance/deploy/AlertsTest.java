package cn.shequ.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.acceptance.deploy.Watching.Metric;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^### ([A-Z][A-Za-z]+)$");
    private static final Pattern DURATION = Pattern.compile("[0-9]+[mhd]");

    @Test
    void everyAlertSaysHowGraveItIsAndWhereItIsExplained() {
        assertThat(Watching.alerts()).isNotEmpty().allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(alert.at("/labels/severity").asText()).as(name).isIn("critical", "warning", "info");
            assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/runbook").asText())
                    .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(alert.path("for").asText("1m")).as(name).matches(DURATION);
        });
    }

    @Test
    void theHandbookExplainsEachAlertAndNoOther() {
        String handbook = Deploy.handbook();
        String alerts = handbook.substring(handbook.indexOf("\n## Alerts\n"));
        alerts = alerts.substring(0, alerts.indexOf("\n## ", 5));
        assertThat(HEADING.matcher(alerts).results().map(heading -> heading.group(1)))
                .containsExactlyInAnyOrderElementsOf(Watching.alerts().stream()
                        .map(alert -> alert.path("alert").asText())
                        .toList());
    }

    @Test
    void everyExpressionIsClosedAndAsksForSomething() {
        assertThat(Watching.expressions()).hasSizeGreaterThan(30).allSatisfy(expression -> {
            for (String pair : List.of("()", "[]", "{}")) {
                assertThat(expression.chars().filter(c -> c == pair.charAt(0)).count())
                        .as(expression)
                        .isEqualTo(expression
                                .chars()
                                .filter(c -> c == pair.charAt(1))
                                .count());
            }
            assertThat(Watching.metricsOf(expression)).as(expression).isNotEmpty();
        });
    }

    @Test
    void everyPanelHasAPlaceOfItsOwn() {
        assertThat(Watching.panels())
                .extracting(panel -> panel.path("gridPos").path("x") + ","
                        + panel.path("gridPos").path("y"))
                .doesNotHaveDuplicates();
        assertThat(Watching.panels())
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates();
    }

    @Test
    void bothWaysToScrapeNameTheServicesAsTheAlertsDo() {
        JsonNode compose = Deploy.yaml(Deploy.directory("observability").resolve("prometheus.yml"))
                .getFirst();
        Set<String> down = Pattern.compile("app=\"([a-z]+)\"")
                .matcher(Watching.expressions().getFirst())
                .results()
                .map((MatchResult app) -> app.group(1))
                .collect(java.util.stream.Collectors.toSet());
        assertThat(compose.findValuesAsText("app")).containsExactlyInAnyOrderElementsOf(down);
        assertThat(Deploy.text(Deploy.directory("observability").resolve("prometheus-kubernetes.yml")))
                .contains("target_label: app");
    }

    @Test
    void metricsAreFoundInAnExpression() {
        assertThat(Watching.metricsOf(
                        "histogram_quantile(0.99, sum by (service, le) (rate(a_bucket{x=\"y(z\", w!~\"p|q\"}[10m])))"
                                + " / max(b) > 2.5 or absent(up{job=\"j\"} == 1)"))
                .containsExactly(
                        new Metric("a_bucket", Set.of("x", "w")),
                        new Metric("b", Set.of()),
                        new Metric("up", Set.of("job")));
    }
}
