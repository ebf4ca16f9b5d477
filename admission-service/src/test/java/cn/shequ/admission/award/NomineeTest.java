package cn.shequ.admission.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.shequ.kit.identity.CreditCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-36")
class NomineeTest {

    @Test
    void itIsADivisionOrABodyAndNothingElse() {
        assertThat(new Nominee("220106001001").body()).isNull();
        assertThat(new Nominee("11220102DEM000014K").body()).isEqualTo(CreditCode.of("11220102DEM000014K"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Nominee("11220102DEM000014L"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Nominee("022010600100"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Nominee("22010600100"));
    }
}
