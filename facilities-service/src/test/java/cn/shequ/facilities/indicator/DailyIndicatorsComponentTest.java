package cn.shequ.facilities.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.facilities.City;
import cn.shequ.facilities.Published;
import cn.shequ.kit.indicator.DailyIndicators;
import cn.shequ.localstack.SuiteInfrastructure;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = SuiteInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "facilities"))
@Tag("art-36")
class DailyIndicatorsComponentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @Inject
    DailyIndicators daily;

    @Inject
    Published published;

    @Test
    void a_day_is_told_once_of_the_city_its_districts_and_subdistricts() {
        City city = City.small();
        daily.record(DAY);
        daily.record(DAY);
        List<JsonNode> told = published.about(city, "indicator-recorded");
        assertThat(told)
                .allSatisfy(figure -> assertThat(figure.path("asOf").asText()).isEqualTo(DAY.toString()));
        assertThat(of(told, "weak-communities"))
                .contains(city.code(), city.nanguan(), city.nanling(), city.kuancheng())
                .doesNotContain(city.huayang())
                .doesNotHaveDuplicates();
        assertThat(of(told, "premises-at-standard"))
                .contains(city.code(), city.nanguan(), city.nanling())
                .doesNotHaveDuplicates();
        JsonNode weak = told.stream()
                .filter(figure -> figure.path("indicator").asText().equals("weak-communities")
                        && figure.path("division").asText().equals(city.nanling()))
                .findFirst()
                .orElseThrow();
        assertThat(weak.path("value").asText())
                .isEqualTo(weak.path("numerator").asText())
                .isEqualTo(weak.path("denominator").asText());
    }

    private static List<String> of(List<JsonNode> told, String indicator) {
        return told.stream()
                .filter(figure -> figure.path("indicator").asText().equals(indicator))
                .map(figure -> figure.path("division").asText())
                .toList();
    }
}
