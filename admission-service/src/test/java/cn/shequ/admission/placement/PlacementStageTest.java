package cn.shequ.admission.placement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.placement.PlacementStage.Change;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementStageTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "AWAITING_FUNDS, FUND, ACTIVE",
        "AWAITING_FUNDS, LAPSE, ",
        "AWAITING_FUNDS, EXPIRE, EXPIRED",
        "AWAITING_FUNDS, EXIT, EXITED",
        "ACTIVE, FUND, ",
        "ACTIVE, LAPSE, FUNDS_LAPSED",
        "ACTIVE, EXPIRE, EXPIRED",
        "ACTIVE, EXIT, EXITED",
        "FUNDS_LAPSED, FUND, ACTIVE",
        "FUNDS_LAPSED, LAPSE, ",
        "FUNDS_LAPSED, EXPIRE, EXPIRED",
        "FUNDS_LAPSED, EXIT, EXITED",
        "EXPIRED, FUND, ",
        "EXPIRED, LAPSE, ",
        "EXPIRED, EXPIRE, ",
        "EXPIRED, EXIT, ",
        "EXITED, FUND, ",
        "EXITED, LAPSE, ",
        "EXITED, EXPIRE, ",
        "EXITED, EXIT, "
    })
    void everyChangeLeadsWhereThePolicySaysOrNowhere(PlacementStage stage, Change change, PlacementStage next) {
        assertThat(stage.after(change).orElse(null)).isEqualTo(next);
    }
}
