package cn.shequ.funding.receipt;

import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The receipts as recorded, and what they settled. */
@ApplicationScoped
public class Receipts {

    private static final String READ = """
            SELECT r.*, e.id AS entry, v.id AS reversed_by FROM %s r
            JOIN entry e ON e.document = r.id AND e.kind = 'RECEIPT'
            LEFT JOIN entry v ON v.reverses = e.id
            """;

    private static final String SELECT = READ.formatted("receipt");

    /**
     * The page first, then its entries. Its length is part of the text: a page of unknown length PostgreSQL takes for a tenth of
     * the ledger, and so plans it anew for each call. Each length that is asked for has a plan of its own.
     */
    private static final String PAGE =
            READ.formatted("(SELECT * FROM receipt WHERE ledger = :ledger AND id > :from ORDER BY id LIMIT <most>)")
                    + "ORDER BY r.id";

    private final Jdbi jdbi;
    private final Clock clock;

    Receipts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID ledger,
            Payer payer,
            Money amount,
            LocalDate bookedOn,
            String bankReference,
            @Nullable UUID fund,
            Instant recordedAt,
            UUID entry,
            @Nullable UUID reversedBy) {

        Receipt with(List<Settlement> settles) {
            return new Receipt(
                    id, ledger, payer, amount, bookedOn, bankReference, fund, recordedAt, entry, reversedBy, settles);
        }
    }

    private record Settled(UUID entry, UUID obligation, Money amount) {

        Settlement view() {
            return new Settlement(obligation, amount);
        }
    }

    /** Keeps the receipt; false when the bank's line is booked already. */
    boolean add(UUID id, NewReceipt receipt, String recordedBy) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO receipt (id, ledger, payer, amount, booked_on, bank_reference, fund, recorded_by,
                                             recorded_at)
                        VALUES (:id, :ledger, :payer, :amount, :bookedOn, :bankReference, :fund, :recordedBy, :recordedAt)
                        ON CONFLICT (ledger, bank_reference) DO NOTHING""")
                        .bindMethods(receipt)
                        .bind("id", id)
                        .bind("recordedBy", recordedBy)
                        .bind("recordedAt", clock.instant())
                        .execute())
                == 1;
    }

    /** Of these lines of the bank, those that are booked. */
    Map<ReceiptBatch.BankLine, KnownReceipt> known(List<NewReceipt> wanted) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT r.id, r.ledger, r.bank_reference, r.payer, r.amount, r.booked_on
                        FROM unnest(CAST(:ledgers AS uuid[]), CAST(:references AS text[])) AS w (ledger, reference)
                        JOIN receipt r ON r.ledger = w.ledger AND r.bank_reference = w.reference""")
                .bind("ledgers", wanted.stream().map(NewReceipt::ledger).toArray(UUID[]::new))
                .bind(
                        "references",
                        wanted.stream().map(NewReceipt::bankReference).toArray(String[]::new))
                .mapTo(KnownReceipt.class)
                .stream()
                .collect(Collectors.toMap(
                        known -> new ReceiptBatch.BankLine(known.ledger(), known.bankReference()),
                        known -> known,
                        (first, same) -> first)));
    }

    /** Keeps many receipts in one statement; tells how many were new. */
    int addAll(List<ReceiptBatch.Accepted> accepted, String recordedBy) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO receipt (id, ledger, payer, amount, booked_on, bank_reference, fund, recorded_by,
                                             recorded_at)
                        SELECT r.id, r.ledger, r.payer, CAST(r.amount AS numeric), CAST(r.day AS date), r.reference, r.fund,
                               :recordedBy, :recordedAt
                        FROM unnest(CAST(:ids AS uuid[]), CAST(:ledgers AS uuid[]), CAST(:payers AS text[]),
                                    CAST(:amounts AS text[]), CAST(:days AS text[]), CAST(:references AS text[]),
                                    CAST(:funds AS uuid[])) AS r (id, ledger, payer, amount, day, reference, fund)
                        ORDER BY r.ledger, r.reference
                        ON CONFLICT (ledger, bank_reference) DO NOTHING""")
                .bind("ids", ids(accepted, ReceiptBatch.Accepted::id))
                .bind("ledgers", ids(accepted, receipt -> receipt.wanted().ledger()))
                .bind("payers", texts(accepted, receipt -> receipt.wanted().payer()))
                .bind("amounts", texts(accepted, receipt -> receipt.wanted().amount()))
                .bind("days", texts(accepted, receipt -> receipt.wanted().bookedOn()))
                .bind("references", texts(accepted, receipt -> receipt.wanted().bankReference()))
                .bind(
                        "funds",
                        accepted.stream()
                                .map(receipt -> receipt.wanted().fund())
                                .toArray(UUID[]::new))
                .bind("recordedBy", recordedBy)
                .bind("recordedAt", clock.instant())
                .execute());
    }

    /** What many receipts settle, in one statement. */
    void settleAll(List<ReceiptBatch.Accepted> accepted) {
        record Line(ReceiptBatch.Accepted receipt, Settling.Part part) {}
        List<Line> lines = accepted.stream()
                .flatMap(receipt -> receipt.parts().stream().map(part -> new Line(receipt, part)))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO settlement (entry, obligation, receipt, amount)
                        SELECT s.entry, s.obligation, s.receipt, CAST(s.amount AS numeric)
                        FROM unnest(CAST(:entries AS uuid[]), CAST(:obligations AS uuid[]), CAST(:receipts AS uuid[]),
                                    CAST(:amounts AS text[])) AS s (entry, obligation, receipt, amount)""")
                .bind("entries", ids(lines, line -> line.receipt().entry()))
                .bind("obligations", ids(lines, line -> line.part().obligation().id()))
                .bind("receipts", ids(lines, line -> line.receipt().id()))
                .bind("amounts", texts(lines, line -> line.part().amount()))
                .execute());
    }

    private static <T> UUID[] ids(List<T> all, Function<T, UUID> id) {
        return all.stream().map(id).toArray(UUID[]::new);
    }

    private static <T> String[] texts(List<T> all, Function<T, Object> value) {
        return all.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /** What an entry settles; what is paid of the obligations follows from it. */
    public void settle(UUID entry, UUID receipt, List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO settlement (entry, obligation, receipt, amount)
                        SELECT :entry, s.obligation, :receipt, CAST(s.amount AS numeric)
                        FROM unnest(CAST(:obligations AS uuid[]), CAST(:amounts AS text[])) AS s (obligation, amount)""")
                .bind("entry", entry)
                .bind("receipt", receipt)
                .bind(
                        "obligations",
                        settlements.stream().map(Settlement::obligation).toArray(UUID[]::new))
                .bind(
                        "amounts",
                        settlements.stream()
                                .map(each -> each.amount().toString())
                                .toArray(String[]::new))
                .execute());
    }

    Optional<UUID> ofBankLine(UUID ledger, String bankReference) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM receipt WHERE ledger = :ledger AND bank_reference = :reference")
                .bind("ledger", ledger)
                .bind("reference", bankReference)
                .mapTo(UUID.class)
                .findOne());
    }

    Optional<Receipt> find(UUID id) {
        return jdbi
                .withHandle(handle -> withSettlements(
                        handle,
                        handle.createQuery(SELECT + "WHERE r.id = :id")
                                .bind("id", id)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst();
    }

    /** Who paid, and what an earlier receipt settled. */
    public record Booked(Payer payer, List<Settlement> settles) {}

    public Optional<Booked> booked(UUID receipt) {
        return find(receipt).map(found -> new Booked(found.payer(), found.settles()));
    }

    Page<Receipt> of(UUID ledger, PageRequest page) {
        return jdbi.withHandle(handle -> {
            List<Row> found = handle.createQuery(PAGE)
                    .bind("ledger", ledger)
                    .bind("from", Funds.afterId(page))
                    .define("most", page.limit() + 1)
                    .mapTo(Row.class)
                    .list();
            Page<Row> rows = Page.of(found, page, row -> row.id().toString());
            return new Page<>(withSettlements(handle, rows.items()), rows.next());
        });
    }

    private static List<Receipt> withSettlements(Handle handle, List<Row> rows) {
        Map<UUID, List<Settled>> settled = handle
                .createQuery(
                        "SELECT entry, obligation, amount FROM settlement WHERE entry = ANY(:entries) ORDER BY obligation")
                .bind("entries", rows.stream().map(Row::entry).toArray(UUID[]::new))
                .mapTo(Settled.class)
                .stream()
                .collect(Collectors.groupingBy(Settled::entry));
        return rows.stream()
                .map(row -> row.with(settled.getOrDefault(row.entry(), List.of()).stream()
                        .map(Settled::view)
                        .toList()))
                .toList();
    }
}
