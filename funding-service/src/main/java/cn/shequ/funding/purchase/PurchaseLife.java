package cn.shequ.funding.purchase;

import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Takes a purchase one step further and publishes what it became. */
@ApplicationScoped
class PurchaseLife {

    private final Purchases purchases;
    private final Releasing releasing;
    private final Callers callers;

    PurchaseLife(Purchases purchases, Releasing releasing, Callers callers) {
        this.purchases = purchases;
        this.releasing = releasing;
        this.callers = callers;
    }

    /** @param purchase locked by the caller */
    Purchase take(Purchase purchase, PurchaseStep step, @Nullable String reason) {
        purchase.take(step);
        purchases.take(purchase.id(), step, callers.current().subject(), reason);
        releasing.release(purchase.id(), tag(purchase.stage(), step));
        return purchases.require(purchase.id());
    }

    private static String tag(PurchaseStage before, PurchaseStep step) {
        return switch (step) {
            case PUBLISHED -> "tender";
            case OPENED, FAILED -> "tenderUpdate";
            case AWARDED -> "award";
            case CONTRACTED -> "contract";
            case COMPLETED -> "implementation";
            case TERMINATED -> "contractTermination";
            case CANCELLED -> before == PurchaseStage.AWARDED ? "awardCancellation" : "tenderCancellation";
        };
    }
}
