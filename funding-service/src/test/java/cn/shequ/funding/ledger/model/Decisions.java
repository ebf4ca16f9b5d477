package cn.shequ.funding.ledger.model;

import static cn.shequ.funding.Calls.TODAY;

import cn.shequ.funding.commitment.LastDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What becomes of documents: approved or rejected, paid, released or expired. */
final class Decisions {

    private final Clerk clerk;
    private final LastDays lastDays;
    private final Chance chance;
    private final LedgerModel ledger;

    Decisions(Clerk clerk, LastDays lastDays) {
        this.clerk = clerk;
        this.lastDays = lastDays;
        this.chance = clerk.chance;
        this.ledger = clerk.ledger;
    }

    void decide() {
        if (ledger.documents.isEmpty()) {
            return;
        }
        Document document = chance.mostly(ledger.documents, Document::isUndecided);
        String by = clerk.anybody();
        if (chance.oneIn(8)) {
            clerk.command(
                    "reject " + document.path,
                    by,
                    document.path + "/rejection",
                    Map.of("reason", "发票与合同不符"),
                    () -> document.reject(by));
        } else {
            clerk.command(
                    "approve " + document.path, by, document.path + "/approval", Map.of(), () -> document.approve(by));
        }
    }

    void pay() {
        List<Payable> payables = ledger.all(Payable.class);
        if (payables.isEmpty()) {
            return;
        }
        Payable payable = chance.mostly(payables, each -> each.is(Document.Stage.APPROVED));
        String by = clerk.anybody();
        LocalDate day = chance.day();
        clerk.command(
                "pay " + payable.path + " on " + day,
                by,
                payable.path + "/payment",
                Map.of("bookedOn", day.toString()),
                () -> payable.pay(day, by));
    }

    void release() {
        List<Reservation> reservations = ledger.all(Reservation.class);
        if (reservations.isEmpty()) {
            return;
        }
        Reservation reservation = chance.mostly(reservations, Reservation::isInForce);
        LocalDate day = chance.day();
        clerk.command(
                "release " + reservation.path + " on " + day,
                clerk.anybody(),
                reservation.path + "/release",
                Map.of("bookedOn", day.toString(), "reason", "合同提前终止"),
                () -> reservation.release(day));
    }

    /** Tomorrow comes for one reservation; nothing happens unless today was its last day. */
    void expire() {
        List<Reservation> reservations = ledger.all(Reservation.class);
        if (reservations.isEmpty()) {
            return;
        }
        Reservation reservation = chance.mostly(reservations, Reservation::isInForce);
        LocalDate tomorrow = TODAY.plusDays(1);
        int entries = ledger.entries.size();
        reservation.expire(tomorrow);
        clerk.note("tomorrow for " + reservation.path);
        lastDays.pass(UUID.fromString(reservation.id()), tomorrow);
        if (ledger.entries.size() > entries) {
            ledger.entries.getLast().id = clerk.get(reservation.path).entry();
        }
    }
}
