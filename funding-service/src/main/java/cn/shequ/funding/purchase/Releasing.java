package cn.shequ.funding.purchase;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Publishes each change of a purchase as a release, in the transaction that makes it. */
@ApplicationScoped
class Releasing {

    private final Purchases purchases;
    private final PurchaseItems items;
    private final Bids bids;
    private final Evaluations evaluations;
    private final Contracts contracts;
    private final Releases releases;
    private final OcdsIdentity identity;
    private final ObjectMapper mapper;
    private final Clock clock;

    Releasing(
            Purchases purchases,
            PurchaseItems items,
            Bids bids,
            Evaluations evaluations,
            Contracts contracts,
            Releases releases,
            OcdsIdentity identity,
            ObjectMapper mapper,
            Clock clock) {
        this.purchases = purchases;
        this.items = items;
        this.bids = bids;
        this.evaluations = evaluations;
        this.contracts = contracts;
        this.releases = releases;
        this.identity = identity;
        this.mapper = mapper.copy().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        this.clock = clock;
    }

    /** Under the lock of the purchase, so that its releases are counted without gaps. */
    void release(UUID id, String... tags) {
        Purchase purchase = purchases.require(id);
        Instant now = clock.instant();
        Ocds.Release release = OcdsComposing.release(
                facts(purchase), identity.prefix(), releases.count(id) + 1, List.of(tags), now, clock.getZone());
        try {
            releases.add(id, release.id(), mapper.writeValueAsString(release), now);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records can be written", e);
        }
    }

    private ReleaseFacts facts(Purchase purchase) {
        boolean sealed =
                switch (purchase.stage()) {
                    case PLANNED, PUBLISHED -> true;
                    case EVALUATING, AWARDED, CONTRACTED, COMPLETED, TERMINATED, FAILED, CANCELLED -> false;
                };
        return new ReleaseFacts(
                purchase,
                items.require(purchase.item()),
                releases.payer(purchase.ledger()),
                releases.demander(purchase.division(), purchase.department()),
                releases.publishedAt(purchase.id()),
                sealed ? List.of() : bids.opened(purchase.id()),
                evaluations.award(purchase.id()).orElse(null),
                contracts.find(purchase.id()).orElse(null));
    }
}
