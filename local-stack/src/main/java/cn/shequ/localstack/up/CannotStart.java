package cn.shequ.localstack.up;

/** Something the person at the terminal can put right; the message says what and how. */
public final class CannotStart extends Exception {

    public CannotStart(String message) {
        super(message, null, false, false);
    }
}
