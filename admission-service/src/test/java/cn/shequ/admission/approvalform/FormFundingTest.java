package cn.shequ.admission.approvalform;

import static cn.shequ.admission.approvalform.FilledForm.community;
import static cn.shequ.admission.approvalform.FilledForm.year;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.money.Money;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-11")
class FormFundingTest {

    @Test
    void aLineForAllCountsForThoseWithoutALineOfTheirOwnInThatYear() {
        FormFunding funding = FormFunding.of(
                List.of(year(null, 2026, "2000.00"), year(community(0), 2026, "0.00"), year(null, 2027, "2000.00")),
                List.of(community(0), community(1), community(2)));

        assertThat(funding.lines()).extracting(FormFunding.Line::communities).containsExactly(2, 1, 3);
        assertThat(funding.totals())
                .containsEntry(2026, Money.of("14500.00"))
                .containsEntry(2027, Money.of("16500.00"));
        assertThat(funding.total()).isEqualTo(Money.of("31000.00"));
    }
}
