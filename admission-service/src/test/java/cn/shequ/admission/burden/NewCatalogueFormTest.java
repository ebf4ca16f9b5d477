package cn.shequ.admission.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("art-7")
class NewCatalogueFormTest {

    private static NewCatalogueForm form(DemandKind kind, String... fields) {
        return new NewCatalogueForm(
                kind,
                "统计表",
                CreditCode.of("11220102DEM000022E"),
                "文件",
                Frequency.YEARLY,
                List.of(fields),
                LocalDate.of(2026, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"' 姓 名 ', 姓名", "姓名：, 姓名", "ＩＤ号, id号", "Full-Name, fullname", "（出生）日期, 出生日期", "—, ''"})
    void namesThatDifferInSpacesSignsWidthOrCaseAskForTheSame(String name, String normalised) {
        assertThat(FieldName.normalised(name)).isEqualTo(normalised);
    }

    @Test
    void aFieldIsAskedForOnceAndHasAName() {
        assertThat(form(DemandKind.STATISTICAL_FORM, "姓名", "住址").findings()).isEmpty();
        assertThat(form(DemandKind.LEDGER, "姓名", "——", "姓 名").findings())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("fields[1]", "required"), tuple("fields[2]", "duplicate"));
    }

    @Test
    void onlyFormsAndLedgersAreInTheCatalogue() {
        for (DemandKind kind : DemandKind.values()) {
            assertThat(form(kind, "姓名").findings().isEmpty())
                    .as(kind.name())
                    .isEqualTo(kind == DemandKind.LEDGER || kind == DemandKind.STATISTICAL_FORM);
        }
    }
}
