package cn.shequ.kit.inbox;

/** An event names something that this service has not heard of yet, but will. */
public class NotYetKnown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what kind and id of what is missing, for instance {@code community 220102001001} */
    public NotYetKnown(String what) {
        super(what + " is not yet known");
    }
}
