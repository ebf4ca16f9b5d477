package cn.shequ.admission.organisation;

import java.util.Optional;

/** The means of supervision (Art. 26). */
public enum SupervisionKind {
    /** Several departments act together (协同监管). */
    JOINT_ACTION,
    /** 约谈. */
    REGULATORY_TALK,
    /** By a deadline. */
    RECTIFICATION,
    SUSPENSION,
    /** Ends a suspension. */
    RESTORATION,
    /** The organisation leaves the file or the register for good (退出). */
    EXIT,
    /** Against a body that is on no register (查处非法社会组织). */
    ILLEGAL_ORGANISATION;

    /** What it does with an organisation of a track; empty for the case against a body that is none. */
    Optional<OrganisationCommand> command(Track track) {
        return switch (this) {
            case JOINT_ACTION, REGULATORY_TALK, RECTIFICATION -> Optional.of(OrganisationCommand.SUPERVISE);
            case SUSPENSION -> Optional.of(OrganisationCommand.SUSPEND);
            case RESTORATION ->
                Optional.of(
                        track == Track.FILED
                                ? OrganisationCommand.RESTORE_TO_FILE
                                : OrganisationCommand.RESTORE_TO_REGISTER);
            case EXIT -> Optional.of(OrganisationCommand.DEREGISTER);
            case ILLEGAL_ORGANISATION -> Optional.empty();
        };
    }

    /** Whether something is still to come after it was taken. */
    boolean staysOpen() {
        return this == RECTIFICATION || this == ILLEGAL_ORGANISATION;
    }
}
