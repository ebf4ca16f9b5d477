package cn.shequ.funding.repayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("art-16")
class ReturnStageTest {

    private static final Map<ReturnStage, Map<ReturnStep, ReturnStage>> ALLOWED = Map.of(
            ReturnStage.RECORDED,
            Map.of(ReturnStep.APPROVED, ReturnStage.APPROVED, ReturnStep.REJECTED, ReturnStage.REJECTED),
            ReturnStage.APPROVED,
            Map.of(ReturnStep.PAID, ReturnStage.PAID, ReturnStep.WITHDRAWN, ReturnStage.WITHDRAWN),
            ReturnStage.PAID,
            Map.of(ReturnStep.BOUNCED, ReturnStage.BOUNCED),
            ReturnStage.BOUNCED,
            Map.of(ReturnStep.WITHDRAWN, ReturnStage.WITHDRAWN));

    static Stream<Arguments> every_pair() {
        return Stream.of(ReturnStage.values())
                .flatMap(stage -> Stream.of(ReturnStep.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("every_pair")
    void a_step_leads_where_the_table_says_and_nowhere_else(ReturnStage stage, ReturnStep step) {
        assertThat(stage.after(step))
                .isEqualTo(Optional.ofNullable(
                        ALLOWED.getOrDefault(stage, Map.of()).get(step)));
    }
}
