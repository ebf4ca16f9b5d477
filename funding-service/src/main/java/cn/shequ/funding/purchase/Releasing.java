package cn.shequ.funding.purchase;

import cn.shequ.events.funding.PurchaseReleasePublished;
import cn.shequ.kit.eventlog.EventLog;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Publishes each change of a purchase as a release, in the transaction that makes it, and binds it to the log. */
@ApplicationScoped
class Releasing {

    private final Purchases purchases;
    private final PurchaseItems items;
    private final Bids bids;
    private final Evaluations evaluations;
    private final Contracts contracts;
    private final Releases releases;
    private final OcdsIdentity identity;
    private final EventLog log;
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
            EventLog log,
            ObjectMapper mapper,
            Clock clock) {
        this.purchases = purchases;
        this.items = items;
        this.bids = bids;
        this.evaluations = evaluations;
        this.contracts = contracts;
        this.releases = releases;
        this.identity = identity;
        this.log = log;
        this.mapper = mapper.copy().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        this.clock = clock;
    }

    /** Under the lock of the purchase, so that its releases are counted without gaps. */
    void release(UUID id, String... tags) {
        Purchase purchase = purchases.require(id);
        Instant now = clock.instant();
        int number = releases.count(id) + 1;
        Ocds.Release release =
                OcdsComposing.release(facts(purchase), identity.prefix(), number, List.of(tags), now, clock.getZone());
        String text = text(release);
        log.append(new PurchaseReleasePublished(
                id.toString(), purchase.ledger().toString(), purchase.division().value(), number, sha256(text)));
        releases.add(id, release.id(), text, now);
    }

    private String text(Ocds.Release release) {
        try {
            return mapper.writeValueAsString(release);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records can be written", e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java platform has SHA-256", impossible);
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
                contracts.find(purchase.id()).orElse(null),
                contracts.movements(purchase.id()));
    }
}
