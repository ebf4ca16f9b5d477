package cn.shequ.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    private static final List<String> COLUMNS = List.of("code", "name");

    @Test
    void a_byte_order_mark_makes_no_difference() {
        for (String mark : List.of("", "\uFEFF")) {
            List<CsvLine> lines = read(mark + "code,name\n1,\"长,春\"\r\n\n2,b\n");
            assertThat(lines).extracting(line -> line.text("name")).containsExactly("长,春", "b");
            assertThat(lines).extracting(CsvLine::number).containsExactly(2, 4);
        }
    }

    @Test
    void what_is_no_table_of_these_columns_is_refused_as_a_whole() {
        assertRefused(HttpProblem.CSV_HEADER, "name,code\na,1\n");
        assertRefused(HttpProblem.CSV_WITHOUT_ROWS, "code,name\n");
        assertRefused(HttpProblem.CSV_WITHOUT_ROWS, "");
        assertRefused(HttpProblem.CSV_MALFORMED, "code,name\n1,\"open");
        assertThatThrownBy(() -> CsvTable.read("code,name\n1,长春\n".getBytes(Charset.forName("GB18030")), COLUMNS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(HttpProblem.CSV_NOT_UTF8));
    }

    @Test
    void the_most_rows_pass_and_one_more_does_not() {
        String most = "code,name\n" + "1,a\n".repeat(CsvTable.MOST_ROWS);
        assertThat(read(most)).hasSize(CsvTable.MOST_ROWS);
        assertRefused(HttpProblem.CSV_TOO_MANY_ROWS, most + "1,a\n");
    }

    @Test
    void further_columns_are_there_or_not() {
        List<String> further = List.of("note");
        byte[] with = "code,name,note\n1,a,x\n".getBytes(StandardCharsets.UTF_8);
        byte[] without = "code,name\n1,a\n".getBytes(StandardCharsets.UTF_8);
        assertThat(CsvTable.read(with, COLUMNS, further).getFirst().text("note"))
                .isEqualTo("x");
        CsvLine line = CsvTable.read(without, COLUMNS, further).getFirst();
        assertThat(line.text("note")).isEmpty();
        assertThat(line.findings()).isEmpty();
        assertThatThrownBy(() -> CsvTable.read(with, COLUMNS)).isInstanceOf(Refusal.class);
    }

    private static void assertRefused(HttpProblem code, String table) {
        assertThatThrownBy(() -> read(table))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<CsvLine> read(String table) {
        return CsvTable.read(table.getBytes(StandardCharsets.UTF_8), COLUMNS);
    }
}
