package cn.shequ.admission.task;

/** What is done with an application, each by one capacity only. */
public enum TaskCommand {
    EDIT(Capacity.APPLICANT),
    SUBMIT(Capacity.APPLICANT),
    ACCEPT(Capacity.OFFICE),
    RETURN(Capacity.OFFICE),
    CAST_VOTE(Capacity.MEMBER),
    /** The group's votes decided for the task; found by counting, with the last vote or when the office closes. */
    DECIDE_FOR(Capacity.OFFICE),
    REJECT(Capacity.OFFICE),
    SIGN(Capacity.PRINCIPAL_LEADER),
    REFUSE_SIGNATURE(Capacity.PRINCIPAL_LEADER),
    WITHDRAW(Capacity.APPLICANT);

    /** In what capacity a person acts. The same person never acts in two on one application. */
    public enum Capacity {
        APPLICANT,
        OFFICE,
        MEMBER,
        PRINCIPAL_LEADER
    }

    private final Capacity capacity;

    TaskCommand(Capacity capacity) {
        this.capacity = capacity;
    }

    public Capacity capacity() {
        return capacity;
    }
}
