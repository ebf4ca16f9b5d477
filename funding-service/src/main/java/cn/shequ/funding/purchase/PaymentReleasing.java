package cn.shequ.funding.purchase;

import cn.shequ.funding.expenditure.MoneyMoved;
import cn.shequ.funding.expenditure.MoneyMoving;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Publishes what is paid for a purchase, and what comes back of it, in the transaction that books it (Art. 25). */
@ApplicationScoped
class PaymentReleasing {

    private final Purchases purchases;
    private final Contracts contracts;
    private final Releasing releasing;

    PaymentReleasing(Purchases purchases, Contracts contracts, Releasing releasing) {
        this.purchases = purchases;
        this.contracts = contracts;
        this.releasing = releasing;
    }

    void lock(@Observes MoneyMoving moving) {
        contracts.purchaseOf(moving.document()).ifPresent(purchases::lock);
    }

    void release(@Observes MoneyMoved moved) {
        contracts.purchaseOf(moved.document()).ifPresent(purchase -> releasing.release(purchase, "implementation"));
    }
}
