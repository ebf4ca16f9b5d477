package cn.shequ.gateway.passage;

/** The request ended by its sender's doing; no service is to blame, no breaker counts it. */
final class ClientFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    enum Kind {
        GONE,
        TOO_LARGE,
        TOO_SLOW
    }

    private final Kind kind;

    ClientFault(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
