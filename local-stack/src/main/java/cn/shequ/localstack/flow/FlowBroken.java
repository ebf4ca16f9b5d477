package cn.shequ.localstack.flow;

/** The suite did not answer as the policy asks; the message says what was asked, expected and found. */
public final class FlowBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FlowBroken(String message) {
        super(message);
    }

    public FlowBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
