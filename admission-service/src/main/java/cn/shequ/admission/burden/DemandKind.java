package cn.shequ.admission.burden;

/** What burdens a community when it is demanded (Art. 7). */
public enum DemandKind {
    MEETING,
    UNPAID_SERVICE,
    /** Kept on paper. */
    LEDGER,
    STATISTICAL_FORM,
    TARGET,
    PLAQUE,
    /** To be obtained or shown; one that the committee seals is a seal demand (Art. 8). */
    CERTIFICATE;

    /** Paper ledgers and statistical forms are not asked for; what is really needed is in the catalogue. */
    boolean needsForm() {
        return switch (this) {
            case LEDGER, STATISTICAL_FORM -> true;
            case MEETING, UNPAID_SERVICE, TARGET, PLAQUE, CERTIFICATE -> false;
        };
    }

    /** No admitted task and no law makes a committee serve for nothing. */
    boolean needsExemption() {
        return switch (this) {
            case UNPAID_SERVICE -> true;
            case MEETING, LEDGER, STATISTICAL_FORM, TARGET, PLAQUE, CERTIFICATE -> false;
        };
    }

    /** A duty that law gives to committees is theirs: nobody sets a target for it or hangs up a plaque. */
    boolean mayRestOnLaw() {
        return switch (this) {
            case MEETING, CERTIFICATE -> true;
            case UNPAID_SERVICE, LEDGER, STATISTICAL_FORM, TARGET, PLAQUE -> false;
        };
    }

    /** Meetings and unpaid service alone are refused "in principle" (原则上). */
    boolean mayBeExempted() {
        return switch (this) {
            case MEETING, UNPAID_SERVICE -> true;
            case LEDGER, STATISTICAL_FORM, TARGET, PLAQUE, CERTIFICATE -> false;
        };
    }
}
