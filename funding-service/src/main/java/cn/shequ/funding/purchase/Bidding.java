package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.organisation.Organisation;
import cn.shequ.funding.organisation.Organisations;
import cn.shequ.funding.organisation.Standing;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A registered organisation bids through its own client, whose token names the organisation (Art. 25). No officer enters a
 * bid, so no officer knows one before the deadline.
 */
@ApplicationScoped
class Bidding {

    private final Purchases purchases;
    private final Bids bids;
    private final Organisations organisations;
    private final Callers callers;
    private final Clock clock;

    Bidding(Purchases purchases, Bids bids, Organisations organisations, Callers callers, Clock clock) {
        this.purchases = purchases;
        this.bids = bids;
        this.organisations = organisations;
        this.callers = callers;
        this.clock = clock;
    }

    SealedBid submit(UUID id, NewBid bid) {
        Purchase purchase = purchases.lock(id);
        Organisation bidder = requireBidder(purchase);
        purchase.requireStage(PurchaseStage.PUBLISHED);
        purchase.requireBeforeDeadline(clock.instant());
        bids.sealed(id).stream()
                .filter(other -> other.organisation().equals(bidder.creditCode()) && !other.withdrawn())
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.of(FundingProblem.BID_ALREADY_SUBMITTED).with("bid", other.id());
                });
        return bids.add(purchase, bidder.creditCode(), bid, callers.current().subject());
    }

    SealedBid withdraw(UUID id, UUID bid) {
        Purchase purchase = purchases.lock(id);
        SealedBid own = bids.find(bid)
                .filter(each -> each.purchase().equals(id))
                .filter(each ->
                        each.organisation().value().equals(callers.current().department()))
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        purchase.requireStage(PurchaseStage.PUBLISHED);
        purchase.requireBeforeDeadline(clock.instant());
        if (!own.withdrawn()) {
            bids.withdraw(purchase, bid, callers.current().subject());
        }
        return bids.find(bid).orElseThrow();
    }

    private Organisation requireBidder(Purchase purchase) {
        Caller caller = callers.current();
        Optional<Organisation> known = Optional.ofNullable(caller.department())
                .filter(Bidding::isCreditCode)
                .flatMap(code -> organisations.find(CreditCode.of(code)));
        return known.filter(organisation -> organisation.standing() == Standing.ACTIVE)
                .filter(organisation -> organisations.serves(organisation, purchase.division()))
                .orElseThrow(() -> Refusal.of(FundingProblem.ORGANISATION_NOT_REGISTERED)
                        .with("organisation", String.valueOf(caller.department()))
                        .with(
                                "standing",
                                known.map(organisation ->
                                                organisation.standing().name())
                                        .orElse("UNKNOWN"))
                        .with(
                                "registeredIn",
                                known.map(organisation ->
                                                organisation.division().value())
                                        .orElse("-"))
                        .with("division", purchase.division()));
    }

    private static boolean isCreditCode(String code) {
        try {
            CreditCode.of(code);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
