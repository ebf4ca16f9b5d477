package cn.shequ.funding.disclosure;

import cn.shequ.funding.expenditure.PayeeKind;
import org.jspecify.annotations.Nullable;

/** How a payee is shown in public: an organisation by its name, a natural person by the first character, 张**. */
final class PayeeMask {

    private static final String HIDDEN = "**";

    private PayeeMask() {}

    static @Nullable String shown(@Nullable String payee, @Nullable PayeeKind kind) {
        if (payee == null) {
            return null;
        }
        return switch (kind == null ? PayeeKind.PERSON : kind) {
            case ORGANISATION -> payee;
            // Of a fixed length, so that it does not even say how long the name is.
            case PERSON -> payee.substring(0, payee.offsetByCodePoints(0, 1)) + HIDDEN;
        };
    }
}
