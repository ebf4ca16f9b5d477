package cn.shequ.gateway.passage;

/** Why a service gave no usable answer. Cheap to make: it is thrown when things go badly, thus often. */
final class ServiceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    enum Kind {
        UNREACHABLE,
        BUSY,
        TIMEOUT,
        BROKEN
    }

    private final Kind kind;

    ServiceFailure(Kind kind, Throwable cause) {
        super(kind + ": " + cause, cause, false, false);
        this.kind = kind;
    }

    ServiceFailure(Kind kind, String why) {
        super(kind + ": " + why, null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
