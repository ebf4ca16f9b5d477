package cn.shequ.funding.ledger.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one person makes and others decide: who took one part in it takes no other. */
abstract class Document {

    enum Stage {
        RECORDED,
        APPROVED_ONCE,
        APPROVED,
        REJECTED,
        PAID,
        CAME_BACK,
        WITHDRAWN,
        OVER
    }

    final LedgerModel ledger;
    final long amount;
    final LocalDate bookedOn;
    private final String wrongStage;
    private final Set<String> persons = new HashSet<>();
    private Stage stage = Stage.RECORDED;

    /** Where the service keeps it. */
    String path = "";

    Document(LedgerModel ledger, long amount, LocalDate bookedOn, String madeBy, String wrongStage) {
        this.ledger = ledger;
        this.amount = amount;
        this.bookedOn = bookedOn;
        this.wrongStage = wrongStage;
        persons.add(madeBy);
    }

    abstract void approve(String by);

    void reject(String by) {
        require(Stage.RECORDED, Stage.APPROVED_ONCE);
        take(by, Stage.REJECTED);
    }

    final void require(Stage... stages) {
        Refused.when(!List.of(stages).contains(stage), wrongStage);
    }

    final void requireOther(String by) {
        Refused.when(persons.contains(by), "same-person");
    }

    /** A step of a person who had no part in it. */
    final void take(String by, Stage next) {
        requireOther(by);
        persons.add(by);
        stage = next;
    }

    final void become(Stage next) {
        stage = next;
    }

    final String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    final boolean is(Stage one) {
        return stage == one;
    }

    final boolean isUndecided() {
        return stage == Stage.RECORDED || stage == Stage.APPROVED_ONCE;
    }
}
