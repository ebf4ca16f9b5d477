package cn.shequ.admission.task;

import static cn.shequ.admission.task.TaskCommand.ACCEPT;
import static cn.shequ.admission.task.TaskCommand.CAST_VOTE;
import static cn.shequ.admission.task.TaskCommand.DECIDE_FOR;
import static cn.shequ.admission.task.TaskCommand.EDIT;
import static cn.shequ.admission.task.TaskCommand.PASS_UP;
import static cn.shequ.admission.task.TaskCommand.RECUSE_LEADER;
import static cn.shequ.admission.task.TaskCommand.RECUSE_MEMBER;
import static cn.shequ.admission.task.TaskCommand.REFUSE_SIGNATURE;
import static cn.shequ.admission.task.TaskCommand.REJECT;
import static cn.shequ.admission.task.TaskCommand.RETURN;
import static cn.shequ.admission.task.TaskCommand.SIGN;
import static cn.shequ.admission.task.TaskCommand.SUBMIT;
import static cn.shequ.admission.task.TaskCommand.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskStageTest {

    /** Written a second time, as the policy reads, so that the table cannot agree with itself alone. */
    private static Optional<TaskStage> expected(TaskStage stage, TaskCommand command) {
        Map<TaskCommand, TaskStage> allowed =
                switch (stage) {
                    case DRAFT ->
                        Map.of(EDIT, TaskStage.DRAFT, SUBMIT, TaskStage.SUBMITTED, WITHDRAW, TaskStage.WITHDRAWN);
                    case SUBMITTED ->
                        Map.of(
                                ACCEPT,
                                TaskStage.ACCEPTED,
                                RETURN,
                                TaskStage.RETURNED,
                                RECUSE_MEMBER,
                                TaskStage.SUBMITTED,
                                RECUSE_LEADER,
                                TaskStage.SUBMITTED,
                                PASS_UP,
                                TaskStage.SUBMITTED,
                                WITHDRAW,
                                TaskStage.WITHDRAWN);
                    case ACCEPTED ->
                        Map.of(
                                CAST_VOTE,
                                TaskStage.ACCEPTED,
                                DECIDE_FOR,
                                TaskStage.DECIDED_FOR,
                                REJECT,
                                TaskStage.REJECTED,
                                RETURN,
                                TaskStage.RETURNED,
                                RECUSE_MEMBER,
                                TaskStage.ACCEPTED,
                                RECUSE_LEADER,
                                TaskStage.ACCEPTED,
                                PASS_UP,
                                TaskStage.SUBMITTED,
                                WITHDRAW,
                                TaskStage.WITHDRAWN);
                    case RETURNED -> Map.of(EDIT, TaskStage.DRAFT, WITHDRAW, TaskStage.WITHDRAWN);
                    case DECIDED_FOR ->
                        Map.of(
                                SIGN,
                                TaskStage.SIGNED,
                                REFUSE_SIGNATURE,
                                TaskStage.SIGNATURE_REFUSED,
                                RECUSE_LEADER,
                                TaskStage.DECIDED_FOR,
                                PASS_UP,
                                TaskStage.SUBMITTED,
                                WITHDRAW,
                                TaskStage.WITHDRAWN);
                    case REJECTED, SIGNED, SIGNATURE_REFUSED, WITHDRAWN -> Map.of();
                };
        return Optional.ofNullable(allowed.get(command));
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(TaskStage.values())
                .flatMap(stage -> Arrays.stream(TaskCommand.values()).map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyCommandLeadsWhereThePolicySaysOrNowhere(TaskStage stage, TaskCommand command) {
        assertThat(stage.after(command)).isEqualTo(expected(stage, command));
    }
}
