package cn.shequ.admission.placement;

import cn.shequ.events.admission.LapseReason;
import cn.shequ.events.funding.ObligationOrigin;
import cn.shequ.kit.inbox.NotYetKnown;
import cn.shequ.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What funding says about the money of placements (Art. 5); of what else it says, nothing concerns them. */
@ApplicationScoped
class PlacementFunds {

    private final Placements placements;
    private final PlacementLife life;

    PlacementFunds(Placements placements, PlacementLife life) {
        this.placements = placements;
        this.life = life;
    }

    void opened(String origin, String reference, int fundingYear, String obligation, String amountDue) {
        if (!concerns(origin)) {
            return;
        }
        Placement placement = locked(reference);
        FundingYear year = placements.funding(List.of(placement.id())).stream()
                .filter(row -> row.fundingYear() == fundingYear)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("placement " + reference + " has no funding year " + fundingYear));
        if (!year.amountDue().equals(Money.of(amountDue))) {
            throw new IllegalStateException(
                    "obligation " + obligation + " is over " + amountDue + ", signed were " + year.amountDue());
        }
        placements.noteObligation(placement.id(), fundingYear, UUID.fromString(obligation));
    }

    void settled(String origin, String reference, String obligation, LocalDate on) {
        if (concerns(origin)) {
            note(reference, obligation, on);
        }
    }

    void reopened(String origin, String reference, String obligation) {
        if (concerns(origin)) {
            note(reference, obligation, null);
        }
    }

    private void note(String reference, String obligation, @Nullable LocalDate settledOn) {
        Placement placement = locked(reference);
        if (!placements.noteSettled(UUID.fromString(obligation), settledOn)) {
            throw new NotYetKnown("obligation " + obligation);
        }
        life.recover(placement, LapseReason.RECEIPT_REVERSED);
    }

    private static boolean concerns(String origin) {
        return ObligationOrigin.PLACEMENT.name().equals(origin);
    }

    /** Placements begin here: one that is not known will never be, so the event is poisonous, not early. */
    private Placement locked(String reference) {
        return placements
                .lock(UUID.fromString(reference))
                .orElseThrow(() -> new IllegalStateException("there is no placement " + reference));
    }
}
