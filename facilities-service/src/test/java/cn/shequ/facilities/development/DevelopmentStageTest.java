package cn.shequ.facilities.development;

import static cn.shequ.facilities.development.DevelopmentStage.APPROVED;
import static cn.shequ.facilities.development.DevelopmentStage.PLANNED;
import static cn.shequ.facilities.development.DevelopmentStage.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.facilities.development.DevelopmentStage.Command;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DevelopmentStageTest {

    private static final Map<Command, DevelopmentStage> FROM_PLANNED =
            Map.of(Command.CHANGE_PLAN, PLANNED, Command.APPROVE, APPROVED, Command.REJECT, REJECTED);

    @Test
    void a_plan_is_reviewed_once_and_a_changed_plan_again() {
        for (DevelopmentStage stage : DevelopmentStage.values()) {
            for (Command command : Command.values()) {
                Optional<DevelopmentStage> expected = stage == PLANNED
                        ? Optional.of(FROM_PLANNED.get(command))
                        : command == Command.CHANGE_PLAN ? Optional.of(PLANNED) : Optional.empty();
                assertThat(stage.after(command)).as("%s in %s", command, stage).isEqualTo(expected);
            }
        }
    }
}
