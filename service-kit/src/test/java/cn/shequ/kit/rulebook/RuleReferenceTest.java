package cn.shequ.kit.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReferenceTest {

    private static final DivisionCode NANGUAN = DivisionCode.of("220102000000");
    private static final DivisionCode KUANCHENG = DivisionCode.of("220103000000");

    /** In characters; references stand in columns of 80 to 100. */
    private static final int NARROWEST_COLUMN = 80;

    @Test
    void aRowOfTheProductIsNamedByIdAndVersion() {
        assertThat(rule(null).reference()).isEqualTo("admission.attachments@1");
        assertThat(rule(null).kept().reference()).isEqualTo("admission.attachments@1");
    }

    @Test
    void aLocalRuleIsNamedByItsDivisionToo() {
        assertThat(rule(NANGUAN).reference()).isEqualTo("admission.attachments@1/220102000000");
        assertThat(rule(NANGUAN).kept().reference()).isEqualTo("admission.attachments@1/220102000000");
    }

    @Test
    void rowsOfTheSameVersionHaveDifferentReferences() {
        assertThat(Stream.of(rule(null), rule(NANGUAN), rule(KUANCHENG)).map(Rule::reference))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admission.attachments@12", "admission.attachments@12/220102000000"})
    void whatIsWrittenIsReadAgain(String written) {
        RuleReference reference = RuleReference.of(written);
        assertThat(reference.id()).isEqualTo("admission.attachments");
        assertThat(reference.version()).isEqualTo(12);
        assertThat(reference.division()).isEqualTo(written.endsWith("000") ? NANGUAN : null);
        assertThat(reference).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "@1",
                "x@",
                "x@0",
                "x@1.5",
                "x@1/",
                "x@1/22",
                "x@1/220102000000/1",
                "x@1@1",
                "x@2147483648"
            })
    void anythingElseIsNone(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> RuleReference.of(written));
    }

    @Test
    void thatOfALocalRuleFitsWhereOneIsStored() {
        assertThat(ShippedRules.read().keySet()).isNotEmpty().allSatisfy(id -> assertThat(
                        new RuleReference(id, Integer.MAX_VALUE, NANGUAN).toString())
                .hasSizeLessThanOrEqualTo(NARROWEST_COLUMN));
    }

    private static Rule rule(@Nullable DivisionCode division) {
        return new Rule(
                "admission.attachments",
                1,
                LocalDate.of(2026, 1, 1),
                null,
                "1",
                RuleUnit.COUNT,
                RuleDirection.MINIMUM,
                RuleOrigin.PRODUCT_DEFAULT,
                "x",
                division);
    }
}
