package cn.shequ.admission.burden;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("art-7")
class NewDemandExemptionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static List<String> wrong(DemandKind kind, LocalDate from, LocalDate to) {
        return new NewDemandExemption(kind, "PUBLIC_HEALTH", DivisionCode.of("220112001000"), "会议", "原因", from, to)
                .findings(TODAY).stream().map(FieldError::field).toList();
    }

    @ParameterizedTest
    @EnumSource(DemandKind.class)
    void onlyMeetingsAndUnpaidServiceAreExempted(DemandKind kind) {
        boolean inPrinciple = kind == DemandKind.MEETING || kind == DemandKind.UNPAID_SERVICE;
        assertThat(wrong(kind, TODAY, TODAY)).isEqualTo(inPrinciple ? List.of() : List.of("kind"));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2026-03-01, 2026-03-01, ''",
        "2026-02-28, 2026-03-01, validFrom",
        "2026-03-02, 2026-03-01, validTo",
        "2026-02-28, 2026-02-27, validFrom validTo"
    })
    void anExemptionIsForWhatIsStillToCome(LocalDate from, LocalDate to, String fields) {
        assertThat(String.join(" ", wrong(DemandKind.MEETING, from, to))).isEqualTo(fields);
    }
}
