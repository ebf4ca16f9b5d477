package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.expenditure.NewExpenditure;
import cn.shequ.funding.expenditure.OwnWay;
import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Services are paid as an accepted milestone or a reward, never by hand (Art. 25). */
@ApplicationScoped
class PurchasedServices implements OwnWay {

    private final Contracts contracts;

    PurchasedServices(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void refuseByHand(NewExpenditure wanted) {
        UUID reservation = wanted.drawsOn();
        if (wanted.category() == Category.PURCHASED_SERVICES
                || (reservation != null && contracts.isReservedFor(reservation))) {
            throw Refusal.of(FundingProblem.SERVICES_PAID_BY_HAND)
                    .with("fund", wanted.fund())
                    .with("amount", wanted.amount());
        }
    }
}
