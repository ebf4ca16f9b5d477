package cn.shequ.admission.organisation;

/** What is done with an organisation. */
public enum OrganisationCommand {
    TAKE_INTO_INCUBATION,
    FILE,
    REGISTER,
    DECLINE,
    /** Its members and capital have changed. */
    REVISE,
    /** Joint action, regulatory talk or rectification, which leave it where it is. */
    SUPERVISE,
    SUSPEND,
    RESTORE_TO_FILE,
    RESTORE_TO_REGISTER,
    DEREGISTER
}
