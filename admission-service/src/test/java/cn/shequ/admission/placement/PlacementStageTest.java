package cn.shequ.admission.placement;

import static cn.shequ.admission.placement.PlacementStage.ACTIVE;
import static cn.shequ.admission.placement.PlacementStage.EXITED;
import static cn.shequ.admission.placement.PlacementStage.EXPIRED;
import static cn.shequ.admission.placement.PlacementStage.FUNDS_LAPSED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.placement.PlacementStage.Change;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlacementStageTest {

    /** Written a second time, as the policy reads, so that the table cannot agree with itself alone. */
    private static Optional<PlacementStage> expected(PlacementStage stage, Change change) {
        return switch (stage) {
            case AWAITING_FUNDS ->
                switch (change) {
                    case FUND -> Optional.of(ACTIVE);
                    case LAPSE -> Optional.empty();
                    case EXPIRE -> Optional.of(EXPIRED);
                    case EXIT -> Optional.of(EXITED);
                };
            case ACTIVE ->
                switch (change) {
                    case FUND -> Optional.empty();
                    case LAPSE -> Optional.of(FUNDS_LAPSED);
                    case EXPIRE -> Optional.of(EXPIRED);
                    case EXIT -> Optional.of(EXITED);
                };
            case FUNDS_LAPSED ->
                switch (change) {
                    case FUND -> Optional.of(ACTIVE);
                    case LAPSE -> Optional.empty();
                    case EXPIRE -> Optional.of(EXPIRED);
                    case EXIT -> Optional.of(EXITED);
                };
            case EXPIRED, EXITED ->
                switch (change) {
                    case FUND, LAPSE, EXPIRE, EXIT -> Optional.empty();
                };
        };
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(PlacementStage.values())
                .flatMap(stage -> Arrays.stream(Change.values()).map(change -> Arguments.of(stage, change)));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("everyPair")
    void everyChangeLeadsWhereThePolicySaysOrNowhere(PlacementStage stage, Change change) {
        assertThat(stage.after(change)).isEqualTo(expected(stage, change));
    }
}
