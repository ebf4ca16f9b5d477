package cn.shequ.admission.organisation;

/** How many members of each sort a social association has; which number Art. 23 asks for depends on the sorts. */
record Membership(int individuals, int institutions) {

    static final String INDIVIDUAL_MEMBERS = "organisation.individual-members";
    static final String INSTITUTIONAL_MEMBERS = "organisation.institutional-members";
    static final String MIXED_MEMBERS = "organisation.mixed-members";

    /** The row of the rulebook that holds for these members. */
    String rule() {
        if (institutions == 0) {
            return INDIVIDUAL_MEMBERS;
        }
        return individuals == 0 ? INSTITUTIONAL_MEMBERS : MIXED_MEMBERS;
    }

    int total() {
        return individuals + institutions;
    }
}
