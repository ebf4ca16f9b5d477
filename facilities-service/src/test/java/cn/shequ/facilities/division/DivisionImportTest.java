package cn.shequ.facilities.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.imports.CsvLine;
import cn.shequ.kit.imports.CsvTable;
import cn.shequ.kit.imports.Finding;
import cn.shequ.kit.imports.LineReport;
import cn.shequ.kit.imports.Outcome;
import cn.shequ.kit.territory.Division;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DivisionImportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final String CITY = "220100000000,长春市,CITY,PREFECTURE_LEVEL_CITY,";
    private static final String DISTRICT = "220102000000,南关区,COUNTY_LEVEL,URBAN_DISTRICT,220100000000";
    private static final String ZONE = "220171000000,开发区,COUNTY_LEVEL,DEVELOPMENT_ZONE,220100000000";
    private static final String STREET = "220102001000,南岭街道,TOWNSHIP_LEVEL,SUBDISTRICT,220102000000";
    private static final String COMMUNITY = "220102001001,华阳社区,COMMUNITY,URBAN_COMMUNITY,220102001000";

    @Test
    void parents_come_first_whatever_the_order_of_the_file() {
        List<String> rows = new ArrayList<>(List.of(CITY, DISTRICT, ZONE, STREET, COMMUNITY));
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(rows, new Random(seed));
            DivisionImport judged = judge(List.of(), DAY, rows.toArray(String[]::new));
            assertThat(judged.report()).as("seed " + seed).allMatch(line -> line.outcome() == Outcome.CREATED);
            assertThat(judged.changes())
                    .as("seed " + seed)
                    .extracting(change -> change.opened().code().value())
                    .containsExactly("220100000000", "220102000000", "220171000000", "220102001000", "220102001001");
        }
    }

    @Test
    void what_is_on_record_already_changes_nothing() {
        DivisionImport again = judge(recorded(CITY, DISTRICT, STREET), DAY.plusYears(1), STREET, CITY, DISTRICT);
        assertThat(again.report()).allMatch(line -> line.outcome() == Outcome.UNCHANGED);
        assertThat(again.changes()).isEmpty();
    }

    @Test
    void a_move_ends_the_old_version_on_the_day_before() {
        DivisionImport moved = judge(
                recorded(CITY, DISTRICT, ZONE, STREET),
                DAY.plusDays(10),
                STREET.replace("220102000000", "220171000000"));
        assertThat(moved.report())
                .singleElement()
                .extracting(LineReport::outcome)
                .isEqualTo(Outcome.CHANGED);
        assertThat(moved.changes()).singleElement().satisfies(change -> {
            assertThat(change.versions())
                    .extracting(Division::parent)
                    .containsExactly(DivisionCode.of("220102000000"), DivisionCode.of("220171000000"));
            assertThat(change.versions()).extracting(Division::validTo).containsExactly(DAY.plusDays(9), null);
            assertThat(change.city()).isEqualTo(DivisionCode.of("220100000000"));
        });
    }

    @Test
    void a_second_word_on_the_same_day_corrects_the_first() {
        DivisionImport corrected = judge(recorded(CITY, DISTRICT), DAY, DISTRICT.replace("南关区", "南关"));
        assertThat(corrected.changes()).singleElement().satisfies(change -> {
            assertThat(change.closed()).isNull();
            assertThat(change.opened().name()).isEqualTo("南关");
        });
    }

    @Test
    void nothing_slips_in_before_a_later_version() {
        assertFinding(judge(recorded(CITY, DISTRICT), DAY.minusDays(1), CITY), "code", "later-version");
    }

    @Test
    void a_code_twice_names_the_line_it_stands_in_already() {
        DivisionImport twice = judge(List.of(), DAY, CITY, DISTRICT, DISTRICT);
        assertFinding(twice, "code", "duplicate-code");
        assertThat(twice.report().get(2).findings().getFirst().figures()).containsEntry("line", 3);
    }

    @Test
    void a_parent_must_be_known() {
        assertFinding(judge(List.of(), DAY, CITY, STREET), "parent", "unknown-parent");
    }

    @Test
    void a_parent_must_be_of_the_next_higher_level() {
        assertFinding(
                judge(List.of(), DAY, CITY, STREET.replace("220102000000", "220100000000")),
                "parent",
                "parent-of-other-level");
    }

    @Test
    void nobody_is_above_a_city_and_somebody_above_all_others() {
        assertFinding(judge(List.of(), DAY, CITY + "220100000000"), "parent", "parent-of-city");
        assertFinding(judge(List.of(), DAY, CITY, DISTRICT.replace("T,220100000000", "T,")), "parent", "required");
    }

    @Test
    void a_cycle_is_named_in_each_of_its_lines() {
        DivisionImport cycle =
                judge(List.of(), DAY, CITY, DISTRICT.replace("T,220100000000", "T,220102001000"), STREET);
        assertThat(cycle.report().get(1).findings()).extracting(Finding::code).containsExactly("parent-in-cycle");
        assertThat(cycle.report().get(2).findings()).extracting(Finding::code).containsExactly("parent-in-cycle");
        assertFinding(
                judge(List.of(), DAY, DISTRICT.replace("T,220100000000", "T,220102000000")),
                "parent",
                "parent-in-cycle");
    }

    @Test
    void kind_and_level_belong_together_and_a_level_stays() {
        assertFinding(
                judge(List.of(), DAY, CITY, DISTRICT.replace("URBAN_DISTRICT", "TOWN")), "kind", "kind-of-other-level");
        assertFinding(
                judge(
                        recorded(CITY, DISTRICT, STREET),
                        DAY.plusDays(1),
                        "220102001000,南岭区,COUNTY_LEVEL,URBAN_DISTRICT,220100000000"),
                "level",
                "level-changed");
    }

    @Test
    void a_line_shows_all_that_is_wrong_with_it_at_once() {
        DivisionImport bad = judge(List.of(), DAY, "2201,,PLANET,MOON,x");
        assertThat(bad.report().getFirst().findings())
                .extracting(Finding::column, Finding::code)
                .containsExactly(
                        tuple("code", "not-a-division-code"),
                        tuple("name", "required"),
                        tuple("level", "not-a-level"),
                        tuple("kind", "not-a-kind"),
                        tuple("parent", "not-a-division-code"));
        assertFinding(judge(List.of(), DAY, "220100000000,长春市"), "line", "wrong-number-of-columns");
    }

    private static void assertFinding(DivisionImport judged, String column, String code) {
        assertThat(judged.report().stream().flatMap(line -> line.findings().stream()))
                .extracting(Finding::column, Finding::code)
                .contains(tuple(column, code));
    }

    private static List<Division> recorded(String... rows) {
        return judge(List.of(), DAY, rows).changes().stream()
                .map(DivisionChange::opened)
                .toList();
    }

    private static DivisionImport judge(List<Division> recorded, LocalDate day, String... rows) {
        String table = "code,name,level,kind,parent\n" + String.join("\n", rows) + "\n";
        List<CsvLine> lines = CsvTable.read(table.getBytes(StandardCharsets.UTF_8), DivisionLine.COLUMNS);
        return new DivisionImport(lines, new KnownDivisions(recorded), day);
    }
}
