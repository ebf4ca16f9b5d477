package cn.shequ.admission.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("art-5")
class RejectionTest {

    @ParameterizedTest
    @CsvSource({
        // Of one community its residents alone say so.
        "1, 0, 0, 50, false, false",
        "1, 1, 0, 50, true, false",
        "1, 0, 1, 50, false, true",
        // Half of the communities are enough, one fewer is not.
        "4, 1, 0, 50, false, false",
        "4, 2, 0, 50, true, false",
        "5, 2, 0, 50, false, false",
        "5, 3, 0, 50, true, false",
        // Where too many keep the task, the others cannot reject it any more.
        "4, 1, 2, 50, false, false",
        "4, 1, 3, 50, false, true",
        "5, 2, 3, 50, false, true",
        "3, 2, 1, 66.67, false, true",
        "3, 2, 1, 66.66, true, false"
    })
    void enoughOfTheCommunitiesRejectIt(
            int asked, int rejecting, int kept, BigDecimal share, boolean general, boolean impossible) {
        Rejection rejection = new Rejection(asked, rejecting, kept, share);
        assertThat(rejection.isGeneral()).isEqualTo(general);
        assertThat(rejection.isImpossible()).isEqualTo(impossible);
    }
}
