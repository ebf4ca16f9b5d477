package cn.shequ.funding.ledger;

import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The entries as recorded. */
@ApplicationScoped
public class Entries {

    private static final String SELECT = """
            SELECT e.id, e.recorded, e.ledger, e.booked_on, e.kind, e.document, e.reverses, r.id AS reversed_by,
                   e.recorded_at, g.sequence,
                   v.year || '-' || lpad(v.month::text, 2, '0') || '-' || lpad(v.number::text, 4, '0') AS voucher
            FROM entry e
            LEFT JOIN voucher v ON v.entry = e.id
            LEFT JOIN entry r ON r.reverses = e.id
            LEFT JOIN event_log g ON g.outbox_id = e.event
            """;

    private final Jdbi jdbi;

    Entries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The head of an entry, without its postings. */
    private record Head(
            UUID id,
            long recorded,
            UUID ledger,
            @Nullable String voucher,
            LocalDate bookedOn,
            EntryKind kind,
            UUID document,
            @Nullable UUID reverses,
            @Nullable UUID reversedBy,
            Instant recordedAt,
            @Nullable Long sequence) {

        EntryView with(List<EntryView.Line> lines) {
            return new EntryView(
                    id, ledger, voucher, bookedOn, kind, document, reverses, reversedBy, recordedAt, sequence, lines);
        }
    }

    private record Posted(
            UUID entry,
            int line,
            Account account,
            @Nullable UUID fund,
            @Nullable Category category,
            @Nullable Payer payer,
            cn.shequ.kit.money.Money amount) {

        EntryView.Line view() {
            return new EntryView.Line(line, account, fund, category, payer, amount);
        }
    }

    public Optional<EntryView> find(UUID id) {
        return jdbi
                .withHandle(handle -> withPostings(
                        handle,
                        handle.createQuery(SELECT + "WHERE e.id = :id")
                                .bind("id", id)
                                .mapTo(Head.class)
                                .list()))
                .stream()
                .findFirst();
    }

    /** The entry, locked until the transaction ends. */
    public EntryView lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT lock_entry(:id)")
                .bind("id", id)
                .mapTo(String.class)
                .list());
        return find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    /** The last day on which anything was booked about a document that has entries. */
    public LocalDate lastBookedOf(UUID document) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT max(booked_on) FROM entry WHERE document = :document")
                        .bind("document", document)
                        .mapTo(LocalDate.class)
                        .one());
    }

    /** The entries of a ledger in the order of recording. */
    public Page<EntryView> of(UUID ledger, PageRequest page, @Nullable LocalDate from, @Nullable LocalDate to) {
        return jdbi.withHandle(handle -> {
            List<Head> found = handle.createQuery(SELECT + """
                            WHERE e.ledger = :ledger AND e.recorded > :after
                              AND (CAST(:from AS date) IS NULL OR e.booked_on >= :from)
                              AND (CAST(:to AS date) IS NULL OR e.booked_on <= :to)
                            ORDER BY e.recorded LIMIT :most""")
                    .bind("ledger", ledger)
                    .bind("after", after(page))
                    .bind("from", from)
                    .bind("to", to)
                    .bind("most", page.limit() + 1)
                    .mapTo(Head.class)
                    .list();
            Page<Head> heads = Page.of(found, page, head -> Long.toString(head.recorded()));
            Map<UUID, EntryView> views = withPostings(handle, heads.items()).stream()
                    .collect(Collectors.toMap(EntryView::id, Function.identity()));
            return heads.map(head -> views.getOrDefault(head.id(), head.with(List.of())));
        });
    }

    private static List<EntryView> withPostings(Handle handle, List<Head> heads) {
        Map<UUID, List<Posted>> postings = handle
                .createQuery("""
                        SELECT entry, line, account, fund, category, payer, amount FROM posting
                        WHERE entry = ANY(:entries) ORDER BY entry, line""")
                .bind("entries", heads.stream().map(Head::id).toArray(UUID[]::new))
                .mapTo(Posted.class)
                .stream()
                .collect(Collectors.groupingBy(Posted::entry));
        List<EntryView> views = new ArrayList<>(heads.size());
        heads.forEach(head -> views.add(head.with(postings.getOrDefault(head.id(), List.of()).stream()
                .map(Posted::view)
                .toList())));
        return views;
    }

    private static long after(PageRequest page) {
        try {
            return page.after().isEmpty() ? 0 : Long.parseLong(page.after());
        } catch (NumberFormatException notOurs) {
            throw Refusal.of(HttpProblem.INVALID_CURSOR);
        }
    }
}
