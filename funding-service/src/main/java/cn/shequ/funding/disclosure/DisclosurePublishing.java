package cn.shequ.funding.disclosure;

import cn.shequ.events.funding.DisclosurePublished;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.eventlog.LogTree;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.rulebook.Rulebook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what has become due, by itself, and a correction when something became known of a period that is public
 * (Art. 16). After a downtime it catches up; several instances share the work. Each disclosure stands on its own: one that
 * fails is set aside and tried again later, and the others are public in time.
 */
@ApplicationScoped
class DisclosurePublishing {

    /** One calendar for the whole city, so that communities can be compared: local rules do not change it. */
    private static final String EVERY = "disclosure.every";

    private static final String PUBLISHED_AFTER = "disclosure.published-after";
    private static final int BATCH = 20;
    private static final Logger LOG = Logger.getLogger(DisclosurePublishing.class);

    private final DisclosureQueue queue;
    private final CommunityMoney money;
    private final Disclosures disclosures;
    private final Rulebook rulebook;
    private final LogTree tree;
    private final EventLog log;
    private final Clock clock;
    private final Duration retryAfter;

    DisclosurePublishing(
            DisclosureQueue queue,
            CommunityMoney money,
            Disclosures disclosures,
            Rulebook rulebook,
            LogTree tree,
            EventLog log,
            Clock clock,
            @ConfigProperty(name = "shequ.disclosures.retry-after", defaultValue = "10m") Duration retryAfter) {
        this.queue = queue;
        this.money = money;
        this.disclosures = disclosures;
        this.rulebook = rulebook;
        this.tree = tree;
        this.log = log;
        this.clock = clock;
        this.retryAfter = retryAfter;
    }

    @Scheduled(every = "${shequ.disclosures.every:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        publishDue(LocalDate.now(clock));
    }

    /** Everything that is to be public on a day. */
    void publishDue(LocalDate today) {
        QuarkusTransaction.requiringNew().run(() -> look(today));
        boolean any;
        do {
            any = false;
            for (DisclosureQueue.Due due : queue.waiting(clock.instant(), BATCH)) {
                any |= isDealtWith(due);
            }
        } while (any);
    }

    /** In a transaction of its own. False when another instance has it in hand. */
    private boolean isDealtWith(DisclosureQueue.Due due) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> takeAndPublish(due));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The disclosure of %s from %s is set aside", due.community(), due.periodFrom());
            Instant now = clock.instant();
            QuarkusTransaction.requiringNew()
                    .run(() -> queue.setAside(due, SetAside.reason(failure), now, now.plus(retryAfter)));
            return true;
        }
    }

    private void look(LocalDate today) {
        int months = rulebook.shippedOn(today, EVERY).whole();
        int daysAfter = rulebook.shippedOn(today, PUBLISHED_AFTER).whole();
        Period last = Period.lastPublicOn(today, months, daysAfter);
        long size = tree.size();
        Optional<DisclosureQueue.Progress> locked = queue.lock();
        if (locked.isEmpty()) {
            return;
        }
        DisclosureQueue.Progress since = locked.get();
        boolean further = last.to().isAfter(since.periodTo());
        if (!further && size <= since.logSize()) {
            return;
        }
        List<DisclosureQueue.Touched> due = further ? queue.newlyDue(since, last.to()) : List.of();
        queue.add(Stream.concat(queue.bookedLate(since, size).stream(), due.stream())
                .flatMap(touched -> last.since(touched.from(), months).stream()
                        .map(period -> new DisclosureQueue.Due(touched.community(), period.from(), period.to())))
                .distinct()
                .toList());
        queue.advance(
                new DisclosureQueue.Progress(Math.max(size, since.logSize()), further ? last.to() : since.periodTo()));
    }

    private boolean takeAndPublish(DisclosureQueue.Due due) {
        if (!queue.take(due)) {
            return false;
        }
        publish(due, tree.size());
        return true;
    }

    private void publish(DisclosureQueue.Due due, long size) {
        DisclosureDraft draft = money.draft(due.community(), due.period(), size);
        Optional<Disclosure> latest = disclosures.latest(due.community(), due.period());
        boolean said = latest.map(published ->
                        draft.agreesWith(published, disclosures.overdue(published.id(), 0, published.overdue())))
                .orElse(!draft.saysSomething());
        if (said) {
            return;
        }
        UUID id = Ids.next();
        int version = latest.map(Disclosure::version).orElse(0) + 1;
        UUID corrects = latest.map(Disclosure::id).orElse(null);
        disclosures.add(id, draft, version, corrects, clock.instant());
        disclosures.compareWithLedger();
        log.append(event(id, draft, version, corrects));
    }

    private DisclosurePublished event(UUID id, DisclosureDraft draft, int version, @Nullable UUID corrects) {
        return new DisclosurePublished(
                id.toString(),
                draft.community().value(),
                draft.period().from(),
                draft.period().to(),
                version,
                corrects == null ? null : Objects.toString(corrects),
                draft.opening().toString(),
                draft.moneyIn().toString(),
                draft.moneyOut().toString(),
                draft.closing().toString(),
                draft.lines().size(),
                draft.overdue().size(),
                Long.toString(draft.logSize()),
                LocalDate.now(clock));
    }
}
