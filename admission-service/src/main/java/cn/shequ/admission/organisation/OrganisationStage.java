package cn.shequ.admission.organisation;

import static cn.shequ.admission.organisation.OrganisationCommand.DECLINE;
import static cn.shequ.admission.organisation.OrganisationCommand.DEREGISTER;
import static cn.shequ.admission.organisation.OrganisationCommand.FILE;
import static cn.shequ.admission.organisation.OrganisationCommand.REGISTER;
import static cn.shequ.admission.organisation.OrganisationCommand.RESTORE_TO_FILE;
import static cn.shequ.admission.organisation.OrganisationCommand.RESTORE_TO_REGISTER;
import static cn.shequ.admission.organisation.OrganisationCommand.REVISE;
import static cn.shequ.admission.organisation.OrganisationCommand.SUPERVISE;
import static cn.shequ.admission.organisation.OrganisationCommand.SUSPEND;
import static cn.shequ.admission.organisation.OrganisationCommand.TAKE_INTO_INCUBATION;

import java.util.Map;
import java.util.Optional;

/** The life of a community social organisation (Art. 23, 24, 26). */
public enum OrganisationStage {
    APPLIED,
    /** Taken into a base before anything was decided. */
    INCUBATING,
    /** On file at the subdistrict office; may be in a base as well (Art. 24). */
    FILED,
    /** In the register of the district. */
    REGISTERED,
    SUSPENDED,
    DEREGISTERED,
    DECLINED;

    private static final Map<OrganisationStage, Map<OrganisationCommand, OrganisationStage>> TRANSITIONS = Map.of(
            APPLIED,
                    Map.of(
                            TAKE_INTO_INCUBATION,
                            INCUBATING,
                            FILE,
                            FILED,
                            REGISTER,
                            REGISTERED,
                            DECLINE,
                            DECLINED,
                            REVISE,
                            APPLIED),
            INCUBATING, Map.of(FILE, FILED, REGISTER, REGISTERED, DECLINE, DECLINED, REVISE, INCUBATING),
            FILED,
                    Map.of(
                            TAKE_INTO_INCUBATION,
                            FILED,
                            REGISTER,
                            REGISTERED,
                            REVISE,
                            FILED,
                            SUPERVISE,
                            FILED,
                            SUSPEND,
                            SUSPENDED,
                            DEREGISTER,
                            DEREGISTERED),
            REGISTERED, Map.of(REVISE, REGISTERED, SUPERVISE, REGISTERED, SUSPEND, SUSPENDED, DEREGISTER, DEREGISTERED),
            SUSPENDED,
                    Map.of(
                            SUPERVISE,
                            SUSPENDED,
                            RESTORE_TO_FILE,
                            FILED,
                            RESTORE_TO_REGISTER,
                            REGISTERED,
                            DEREGISTER,
                            DEREGISTERED),
            DEREGISTERED, Map.of(),
            DECLINED, Map.of());

    /** The stage after the command; empty where the command is not allowed. */
    public Optional<OrganisationStage> after(OrganisationCommand command) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(command));
    }
}
