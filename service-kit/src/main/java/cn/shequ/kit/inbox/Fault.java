package cn.shequ.kit.inbox;

import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with an event from what is wrong with the world around it. */
final class Fault {
    /**
     * SQLSTATE classes that pass: connection, transaction rollback (deadlock, serialisation), resources, lock not
     * available, operator intervention, system error.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private Fault() {}

    /** Whether the same event may well succeed later, so that it must not be called poisonous. */
    static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectionException
                    || cause instanceof SQLException sql && passes(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The pool throws without a state when no connection is to be had. */
    private static boolean passes(@Nullable String state) {
        return state == null || PASSING.contains(state.substring(0, Math.min(2, state.length())));
    }

    static boolean isNotYetKnown(Throwable failure) {
        return find(failure) != null;
    }

    static String reason(Throwable failure) {
        NotYetKnown early = find(failure);
        return early == null ? failure.toString() : String.valueOf(early.getMessage());
    }

    private static @Nullable NotYetKnown find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotYetKnown early) {
                return early;
            }
        }
        return null;
    }
}
