package cn.shequ.benchmarks.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.kit.identity.CreditCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CityTest {

    @Test
    void every_department_has_five_tasks_of_matters_of_its_own() {
        assertThat(City.departments(0))
                .hasSize(City.DEPARTMENTS)
                .doesNotHaveDuplicates()
                .allMatch(code -> CreditCode.of(code).value().equals(code));
        Set<String> seen = new HashSet<>();
        IntStream.range(0, City.TASKS).forEach(task -> assertThat(seen.add(City.department(task) + City.matter(task)))
                .isTrue());
        assertThat(IntStream.range(0, City.TASKS).mapToObj(City::matter).collect(Collectors.toSet()))
                .hasSameElementsAs(City.MATTERS);
    }

    @Test
    void cities_have_neither_divisions_nor_departments_in_common() {
        assertThat(City.departments(1)).doesNotContainAnyElementsOf(City.departments(0));
        assertThat(City.prefix(0)).isEqualTo(2201);
        assertThat(City.prefix(City.MOST)).isBetween(1000, 9999);
    }

    @Test
    void what_is_asked_is_mostly_admitted() {
        City city = new City(0, City.departments(0), List.of("220102001001", "220102001002"));
        Set<String> admitted = IntStream.range(0, City.TASKS)
                .mapToObj(task -> city.departments().get(City.department(task)) + City.matter(task))
                .collect(Collectors.toSet());
        Random random = new Random(7);
        long known = IntStream.range(0, 10_000)
                .mapToObj(i -> city.question(random))
                .filter(question -> admitted.contains(question.department() + question.matter()))
                .count();
        assertThat(known).isBetween(7_800L, 8_200L);
    }

    @Test
    void a_server_that_runs_for_days_was_asked_about_every_community() {
        List<City> cities = List.of(
                new City(0, City.departments(0), List.of("220102001001", "220102001002")),
                new City(1, City.departments(1), List.of("300102001001")));
        List<String> asked = new ArrayList<>();
        Requests.everywhere(cities).forEachRemaining(request -> asked.add(request.body()));
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst()).contains("220102001001", "220102001002", "ROAD_SWEEPING");
        assertThat(asked.getLast()).contains("300102001001", City.departments(1).getFirst());
    }

    @Test
    void options_say_how_often_and_how_many() {
        AdmissionOptions usual = AdmissionOptions.parse(List.of("--factor=10"));
        assertThat(usual.rounds()).isEqualTo(5);
        assertThat(usual.factor()).isEqualTo(10);
        assertThat(AdmissionOptions.parse(List.of("--quick")).run()).isLessThan(Duration.ofSeconds(1));
        assertThatThrownBy(() -> AdmissionOptions.parse(List.of("--factor=0"))).hasMessageContaining("--factor=");
        assertThatThrownBy(() -> AdmissionOptions.parse(List.of("--fast"))).hasMessageContaining("--fast");
    }
}
