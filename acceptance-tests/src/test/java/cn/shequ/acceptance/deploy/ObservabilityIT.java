package cn.shequ.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shequ.acceptance.SuiteUnderTest;
import cn.shequ.acceptance.deploy.Watching.Metric;
import cn.shequ.localstack.up.SuiteService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard ask only for what the running services tell. */
class ObservabilityIT {

    /** Told by Prometheus itself, or given to every metric where it is scraped. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Set<String> OF_THE_SCRAPE = Set.of("job", "app", "instance");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"");

    private static List<String> samples;

    @BeforeAll
    static void ask() {
        // A passage through the gateway, and a refusal, so that both have been counted.
        SuiteUnderTest.city().anybody().get("/workforce/v1/volunteers/me").expect(401);
        StringBuilder told = new StringBuilder();
        for (SuiteService service : SuiteService.values()) {
            told.append(Metrics.of(SuiteUnderTest.processes(), service));
        }
        samples = told.toString()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    @Test
    void everyMetricThatIsAskedForExistsWithTheLabelsByWhichItIsChosen() {
        assertThat(Watching.expressions().stream().flatMap(expression -> Watching.metricsOf(expression).stream()))
                .isNotEmpty()
                .filteredOn(metric -> !OF_PROMETHEUS.contains(metric.name()))
                .allSatisfy(metric -> {
                    Set<String> asked = new TreeSet<>(metric.labels());
                    asked.removeAll(OF_THE_SCRAPE);
                    assertThat(labelsOf(metric)).as(metric.name()).containsAll(asked);
                });
    }

    @Test
    void aRefusalIsCountedByItsCode() {
        assertThat(samples)
                .anyMatch(sample -> sample.startsWith("shequ_refusals_total{")
                        && sample.contains("code=\"unauthenticated\"")
                        && !sample.endsWith(" 0.0"));
    }

    @Test
    void everyCheckOfTheReadinessIsAFigure() {
        await().untilAsserted(() -> assertThat(Metrics.of(SuiteUnderTest.processes(), SuiteService.FUNDING))
                .contains("shequ_ready{check=\"event-log-history\"} 1")
                .contains("shequ_ready{check=\"Database connections health check\"} 1"));
    }

    @Test
    void howFarTheAnnouncedHolidaysReachIsToldByThoseWhoCountByThemAndNoOther() {
        for (SuiteService service : List.of(SuiteService.ADMISSION, SuiteService.FUNDING)) {
            await().untilAsserted(() -> assertThat(Metrics.of(SuiteUnderTest.processes(), service))
                    .as(service.name())
                    .containsPattern("(?m)^shequ_calendar_days_ahead -?[0-9.]+$"));
        }
        for (SuiteService service : List.of(SuiteService.FACILITIES, SuiteService.WORKFORCE)) {
            assertThat(Metrics.of(SuiteUnderTest.processes(), service))
                    .as(service.name())
                    .doesNotContain("shequ_calendar_days_ahead");
        }
    }

    /** The labels of the samples of that name; fails when there is none. */
    private static Set<String> labelsOf(Metric metric) {
        List<String> found = samples.stream()
                .filter(sample -> sample.startsWith(metric.name() + "{") || sample.startsWith(metric.name() + " "))
                .toList();
        assertThat(found).as(metric.name()).isNotEmpty();
        Set<String> labels = new TreeSet<>();
        found.forEach(sample -> LABEL.matcher(sample).results().forEach(label -> labels.add(label.group(1))));
        return labels;
    }
}
