package cn.shequ.gateway.passage;

import java.util.Locale;

/** How a passage ended, as the metrics name it. */
enum Outcome {
    ANSWERED,
    UNREACHABLE,
    BUSY,
    TIMEOUT,
    BROKEN,
    CLIENT_GONE,
    BODY_TOO_LARGE,
    CLIENT_TOO_SLOW,
    GATEWAY_ERROR;

    static Outcome of(Throwable why) {
        return switch (why) {
            case ServiceFailure failure ->
                switch (failure.kind()) {
                    case UNREACHABLE -> UNREACHABLE;
                    case BUSY -> BUSY;
                    case TIMEOUT -> TIMEOUT;
                    case BROKEN -> BROKEN;
                };
            case ClientFault fault ->
                switch (fault.kind()) {
                    case GONE -> CLIENT_GONE;
                    case TOO_LARGE -> BODY_TOO_LARGE;
                    case TOO_SLOW -> CLIENT_TOO_SLOW;
                };
            default -> GATEWAY_ERROR;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
