package cn.shequ.admission.approvalform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.placement.PlacementStage;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-5")
class FormStandingTest {

    @Test
    void aPrintIsOfThePresentUntilSomethingIsDone() {
        assertThat(FormStanding.of(7, 7, Map.of())).isEqualTo(FormStanding.PRESENT);
        assertThat(FormStanding.of(7, 8, Map.of())).isEqualTo(FormStanding.SUPERSEDED);
    }

    @Test
    void whatWasSignedIsOverWhenItHasLeftEveryCommunityOrItsLastDayHasPassed() {
        assertThat(FormStanding.of(7, 7, Map.of(PlacementStage.AWAITING_FUNDS, 1, PlacementStage.ACTIVE, 1)))
                .isEqualTo(FormStanding.PRESENT);
        assertThat(FormStanding.of(7, 7, Map.of(PlacementStage.EXITED, 1, PlacementStage.ACTIVE, 1)))
                .isEqualTo(FormStanding.PRESENT);
        assertThat(FormStanding.of(7, 7, Map.of(PlacementStage.EXITED, 2))).isEqualTo(FormStanding.EXITED);
        assertThat(FormStanding.of(7, 7, Map.of(PlacementStage.EXITED, 1, PlacementStage.EXPIRED, 1)))
                .isEqualTo(FormStanding.EXPIRED);
    }
}
