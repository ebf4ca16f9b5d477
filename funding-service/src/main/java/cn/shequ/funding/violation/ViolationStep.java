package cn.shequ.funding.violation;

/** What is done with a case after it was opened. */
public enum ViolationStep {
    NOTIFIED,
    EXPLAINED,
    CONFIRMED,
    DISMISSED,
    APPEALED,
    /** The appeal is refused. */
    UPHELD,
    /** The appeal is granted. */
    LIFTED;

    /** Whether it settles the matter, so that nobody who took part in it may take it. */
    public boolean isDecision() {
        return switch (this) {
            case CONFIRMED, DISMISSED, UPHELD, LIFTED -> true;
            case NOTIFIED, EXPLAINED, APPEALED -> false;
        };
    }

    /** Whether who took it has a side, or has judged already, and so takes no decision afterwards. */
    public boolean isTakingSides() {
        return switch (this) {
            case EXPLAINED, CONFIRMED, APPEALED -> true;
            case NOTIFIED, DISMISSED, UPHELD, LIFTED -> false;
        };
    }
}
