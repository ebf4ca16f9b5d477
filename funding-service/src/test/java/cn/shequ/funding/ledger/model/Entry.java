package cn.shequ.funding.ledger.model;

import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One entry of the model, which knows how it is taken back. */
final class Entry {

    /** Takes it back on a day, or refuses to. */
    @FunctionalInterface
    interface Undo {
        void on(LocalDate day);
    }

    final LocalDate bookedOn;
    final @Nullable Undo undo;
    private final BooleanSupplier unwinding;
    String id = "";
    boolean reversed;

    /**
     * @param undo null where it cannot be taken back
     * @param unwinding whether it is the next to be taken back of what was paid
     */
    Entry(LocalDate bookedOn, @Nullable Undo undo, BooleanSupplier unwinding) {
        this.bookedOn = bookedOn;
        this.undo = undo;
        this.unwinding = unwinding;
    }

    boolean isUnwinding() {
        return !reversed && unwinding.getAsBoolean();
    }
}
