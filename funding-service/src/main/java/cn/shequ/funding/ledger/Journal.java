package cn.shequ.funding.ledger;

import cn.shequ.events.EventData;
import cn.shequ.kit.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where entries are made, each together with the events that tell of it; nothing is ever changed (Art. 16). */
@ApplicationScoped
public class Journal {

    private final Jdbi jdbi;
    private final EventLog log;
    private final Clock clock;

    Journal(Jdbi jdbi, EventLog log, Clock clock) {
        this.jdbi = jdbi;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes an entry. It is known to a reader of the log from the last of its events on.
     *
     * @param events one or more
     */
    public void make(EntryDraft entry, String madeBy, List<? extends EventData> events) {
        make(entry.head(), madeBy, events, entry::postings);
    }

    /**
     * Makes an entry whose postings depend on what its funds hold: they are worked out last, so that the funds' locks are
     * held for as short as can be.
     */
    public void make(
            EntryHead head, String madeBy, List<? extends EventData> events, Supplier<List<Posting>> postings) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("no entry is made in silence");
        }
        log.append(events);
        jdbi.useHandle(handle -> {
            insertEntry(handle, head, madeBy);
            insertPostings(handle, head.id(), new EntryDraft(head, postings.get()).postings());
        });
    }

    private void insertEntry(Handle handle, EntryHead entry, String madeBy) {
        handle.createUpdate("""
                        INSERT INTO entry (id, ledger, booked_on, kind, document, reverses, made_by, recorded_at, event)
                        VALUES (:id, :ledger, :bookedOn, :kind, :document, :reverses, :madeBy, :recordedAt,
                                currval('event_outbox_id_seq'))""")
                .bindMethods(entry)
                .bind("madeBy", madeBy)
                .bind("recordedAt", clock.instant())
                .execute();
    }

    /** In one statement: the days of the funds are then brought up to date once. */
    private static void insertPostings(Handle handle, UUID entry, List<Posting> postings) {
        handle.createUpdate("""
                        INSERT INTO posting (entry, line, account, fund, category, payer, amount)
                        SELECT :entry, line, account, CAST(fund AS uuid), category, payer, CAST(amount AS numeric)
                        FROM unnest(CAST(:accounts AS text[]), CAST(:funds AS text[]), CAST(:categories AS text[]),
                                    CAST(:payers AS text[]), CAST(:amounts AS text[]))
                          WITH ORDINALITY AS l (account, fund, category, payer, amount, line)""")
                .bind("entry", entry)
                .bind("accounts", column(postings, Posting::account))
                .bind("funds", column(postings, Posting::fund))
                .bind("categories", column(postings, Posting::category))
                .bind("payers", column(postings, Posting::payer))
                .bind("amounts", column(postings, Posting::amount))
                .execute();
    }

    private static @Nullable String[] column(List<Posting> postings, Part part) {
        return postings.stream().map(part::of).map(Journal::text).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** One column of the postings; many leave it empty. */
    private interface Part {
        @Nullable
        Object of(Posting posting);
    }
}
