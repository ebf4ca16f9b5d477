package cn.shequ.admission.check;

/** Something that was asked for is not in memory, so that it would have to be read. Nobody looks at where it was thrown. */
final class NotRemembered extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotRemembered() {
        super(null, null, false, false);
    }
}
