package cn.shequ.admission.organisation;

import static cn.shequ.admission.organisation.OrganisationStage.APPLIED;
import static cn.shequ.admission.organisation.OrganisationStage.DECLINED;
import static cn.shequ.admission.organisation.OrganisationStage.DEREGISTERED;
import static cn.shequ.admission.organisation.OrganisationStage.FILED;
import static cn.shequ.admission.organisation.OrganisationStage.INCUBATING;
import static cn.shequ.admission.organisation.OrganisationStage.REGISTERED;
import static cn.shequ.admission.organisation.OrganisationStage.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("art-23")
@Tag("art-26")
class OrganisationStageTest {

    private static final Set<OrganisationStage> UNDECIDED = Set.of(APPLIED, INCUBATING);
    private static final Set<OrganisationStage> ACTIVE = Set.of(FILED, REGISTERED);

    /** Written a second time, command by command, so that the table cannot agree with itself alone. */
    private static Optional<OrganisationStage> expected(OrganisationStage stage, OrganisationCommand command) {
        return switch (command) {
            case TAKE_INTO_INCUBATION -> stage == APPLIED ? Optional.of(INCUBATING) : staysIf(stage, stage == FILED);
            case FILE -> leadsIf(UNDECIDED.contains(stage), FILED);
            case REGISTER -> leadsIf(UNDECIDED.contains(stage) || stage == FILED, REGISTERED);
            case DECLINE -> leadsIf(UNDECIDED.contains(stage), DECLINED);
            case REVISE -> staysIf(stage, UNDECIDED.contains(stage) || ACTIVE.contains(stage));
            case SUPERVISE -> staysIf(stage, ACTIVE.contains(stage) || stage == SUSPENDED);
            case SUSPEND -> leadsIf(ACTIVE.contains(stage), SUSPENDED);
            case RESTORE_TO_FILE -> leadsIf(stage == SUSPENDED, FILED);
            case RESTORE_TO_REGISTER -> leadsIf(stage == SUSPENDED, REGISTERED);
            case DEREGISTER -> leadsIf(ACTIVE.contains(stage) || stage == SUSPENDED, DEREGISTERED);
        };
    }

    private static Optional<OrganisationStage> staysIf(OrganisationStage stage, boolean allowed) {
        return leadsIf(allowed, stage);
    }

    private static Optional<OrganisationStage> leadsIf(boolean allowed, OrganisationStage to) {
        return allowed ? Optional.of(to) : Optional.empty();
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(OrganisationStage.values()).flatMap(stage -> Arrays.stream(OrganisationCommand.values())
                .map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everyCommandLeadsWhereItShouldOrNowhere(OrganisationStage stage, OrganisationCommand command) {
        assertThat(stage.after(command)).isEqualTo(expected(stage, command));
    }
}
