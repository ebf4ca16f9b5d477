package cn.shequ.kit.memory;

import cn.shequ.kit.territory.Division;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * A number for each place, and another one after each change there: what was read while a place had an older number is not
 * used any more. Places share numbers, so that there need not be one for each that was ever named; then a change makes a
 * little more be read again than it must.
 */
@Singleton
public class Stamps {

    private static final int BITS = 14;

    private final AtomicLongArray numbers = new AtomicLongArray(1 << BITS);

    /** To be taken before something is read, and kept with it. */
    public long of(String place) {
        return numbers.get(index(place));
    }

    /** @param place null for all of them */
    void renew(@Nullable String place) {
        if (place != null) {
            numbers.incrementAndGet(index(place));
            return;
        }
        for (int i = 0; i < numbers.length(); i++) {
            numbers.incrementAndGet(i);
        }
    }

    /** Before whoever changed it is answered. After a rollback, too: of some it is not known whether they were committed. */
    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed change) {
        renew(change.place());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) Division division) {
        renew(division.code().value());
    }

    private static int index(String place) {
        // Codes differ in their last digits: spread over all bits, of which the first count.
        int hash = place.hashCode() * 0x9E3779B9;
        return hash >>> (Integer.SIZE - BITS);
    }
}
