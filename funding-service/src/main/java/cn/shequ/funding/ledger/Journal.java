package cn.shequ.funding.ledger;

import cn.shequ.events.EventData;
import cn.shequ.kit.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            insertPostings(handle, List.of(new EntryDraft(head, postings.get())));
        });
    }

    /**
     * Tells what many entries are about to make true, in one round trip.
     *
     * @param events of each entry, one or more
     * @return for each entry, where the last of its events stands
     */
    public List<Long> tell(List<List<EventData>> events) {
        List<Long> standing =
                log.appendReturningIds(events.stream().flatMap(List::stream).toList());
        List<Long> last = new ArrayList<>(events.size());
        int told = 0;
        for (List<EventData> ofEntry : events) {
            told += ofEntry.size();
            last.add(standing.get(told - 1));
        }
        return last;
    }

    /** Makes many entries in two statements, each known from the event on that {@link #tell} gave. */
    public void makeAll(List<EntryDraft> entries, String madeBy, List<Long> knownFrom) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO entry (id, ledger, booked_on, kind, document, made_by, recorded_at, event)
                            SELECT e.id, e.ledger, CAST(e.day AS date), e.kind, e.document, :madeBy, :recordedAt, e.event
                            FROM unnest(CAST(:ids AS uuid[]), CAST(:ledgers AS uuid[]), CAST(:days AS text[]),
                                        CAST(:kinds AS text[]), CAST(:documents AS uuid[]), CAST(:events AS bigint[]))
                              WITH ORDINALITY AS e (id, ledger, day, kind, document, event, line)
                            ORDER BY e.line""")
                    .bind("ids", entries.stream().map(EntryDraft::id).toArray(UUID[]::new))
                    .bind(
                            "ledgers",
                            entries.stream().map(entry -> entry.head().ledger()).toArray(UUID[]::new))
                    .bind(
                            "days",
                            entries.stream()
                                    .map(entry -> entry.bookedOn().toString())
                                    .toArray(String[]::new))
                    .bind(
                            "kinds",
                            entries.stream()
                                    .map(entry -> entry.head().kind().name())
                                    .toArray(String[]::new))
                    .bind(
                            "documents",
                            entries.stream()
                                    .map(entry -> entry.head().document())
                                    .toArray(UUID[]::new))
                    .bind("events", knownFrom.toArray(Long[]::new))
                    .bind("madeBy", madeBy)
                    .bind("recordedAt", clock.instant())
                    .execute();
            insertPostings(handle, entries);
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
    private static void insertPostings(Handle handle, List<EntryDraft> entries) {
        List<Line> lines = entries.stream().flatMap(Line::of).toList();
        handle.createUpdate("""
                        INSERT INTO posting (entry, line, account, fund, category, payer, amount)
                        SELECT CAST(l.entry AS uuid), CAST(l.line AS int), l.account, CAST(l.fund AS uuid), l.category,
                               l.payer, CAST(l.amount AS numeric)
                        FROM unnest(CAST(:entries AS text[]), CAST(:lines AS text[]), CAST(:accounts AS text[]),
                                    CAST(:funds AS text[]), CAST(:categories AS text[]), CAST(:payers AS text[]),
                                    CAST(:amounts AS text[]))
                          AS l (entry, line, account, fund, category, payer, amount)""")
                .bind("entries", column(lines, Line::entry))
                .bind("lines", column(lines, Line::number))
                .bind("accounts", column(lines, line -> line.posting().account()))
                .bind("funds", column(lines, line -> line.posting().fund()))
                .bind("categories", column(lines, line -> line.posting().category()))
                .bind("payers", column(lines, line -> line.posting().payer()))
                .bind("amounts", column(lines, line -> line.posting().amount()))
                .execute();
    }

    private record Line(UUID entry, int number, Posting posting) {

        static Stream<Line> of(EntryDraft draft) {
            return IntStream.range(0, draft.postings().size())
                    .mapToObj(i -> new Line(draft.id(), i + 1, draft.postings().get(i)));
        }
    }

    private static @Nullable String[] column(List<Line> lines, Part part) {
        return lines.stream().map(part::of).map(Journal::text).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** One column of the postings; many leave it empty. */
    private interface Part {
        @Nullable
        Object of(Line line);
    }
}
