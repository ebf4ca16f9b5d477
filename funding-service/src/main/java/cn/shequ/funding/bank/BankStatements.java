package cn.shequ.funding.bank;

import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Statements and their lines as recorded. */
@ApplicationScoped
class BankStatements {

    private static final String SELECT = """
            SELECT s.*, (SELECT count(*) FROM bank_line l JOIN bank_match m ON m.line = l.id AND NOT m.undone
                         WHERE l.statement = s.id) AS matched
            FROM bank_statement s
            """;

    static final String SELECT_LINE = """
            SELECT l.*, m.id AS match, m.entry FROM bank_line l
            LEFT JOIN bank_match m ON m.line = l.id AND NOT m.undone
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    BankStatements(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Holds the ledger's statements until the transaction ends: they follow on each other. */
    void lock(UUID ledger) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT pg_advisory_xact_lock(hashtextextended('bank-statements/' || CAST(:ledger AS uuid), 16))")
                .bind("ledger", ledger)
                .mapTo(String.class)
                .list());
    }

    UUID add(NewBankStatement statement, String importedBy) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO bank_statement (id, ledger, number, period_from, period_to, opening, closing, lines,
                                                        fingerprint, imported_by, imported_at)
                            VALUES (:id, :ledger, :number, :periodFrom, :periodTo, :opening, :closing, :count,
                                    :fingerprint, :by, :at)""")
                    .bindMethods(statement)
                    .bind("id", id)
                    .bind("count", statement.lines().size())
                    .bind("fingerprint", statement.fingerprint())
                    .bind("by", importedBy)
                    .bind("at", clock.instant())
                    .execute();
            List<NewBankLine> lines = statement.lines();
            handle.createUpdate("""
                            INSERT INTO bank_line (id, statement, ledger, line, bank_reference, booked_on, amount, remark)
                            SELECT l.id, :statement, :ledger, l.line, l.reference, CAST(l.day AS date),
                                   CAST(l.amount AS numeric), l.remark
                            FROM unnest(CAST(:ids AS uuid[]), CAST(:references AS text[]), CAST(:days AS text[]),
                                        CAST(:amounts AS text[]), CAST(:remarks AS text[]))
                              WITH ORDINALITY AS l (id, reference, day, amount, remark, line)""")
                    .bind("statement", id)
                    .bind("ledger", statement.ledger())
                    .bind("ids", lines.stream().map(line -> Ids.next()).toArray(UUID[]::new))
                    .bind(
                            "references",
                            lines.stream().map(NewBankLine::bankReference).toArray(String[]::new))
                    .bind(
                            "days",
                            lines.stream()
                                    .map(line -> line.bookedOn().toString())
                                    .toArray(String[]::new))
                    .bind(
                            "amounts",
                            lines.stream().map(line -> line.amount().toString()).toArray(String[]::new))
                    .bind("remarks", lines.stream().map(NewBankLine::remark).toArray(String[]::new))
                    .execute();
        });
        return id;
    }

    /** Of these references, those that an earlier statement of the ledger has; a few of them. */
    List<String> known(UUID ledger, List<String> references, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT bank_reference FROM bank_line WHERE ledger = :ledger AND bank_reference = ANY(:references)
                        ORDER BY bank_reference LIMIT :most""")
                .bind("ledger", ledger)
                .bind("references", references.toArray(String[]::new))
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    Optional<BankStatement> find(UUID id) {
        return one(SELECT + "WHERE s.id = :value", id);
    }

    Optional<BankStatement> ofNumber(UUID ledger, String number) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE s.ledger = :ledger AND s.number = :number")
                .bind("ledger", ledger)
                .bind("number", number)
                .mapTo(BankStatement.class)
                .findOne());
    }

    Optional<BankStatement> first(UUID ledger) {
        return one(SELECT + "WHERE s.ledger = :value ORDER BY s.period_from LIMIT 1", ledger);
    }

    Optional<BankStatement> last(UUID ledger) {
        return one(SELECT + "WHERE s.ledger = :value ORDER BY s.period_from DESC LIMIT 1", ledger);
    }

    private Optional<BankStatement> one(String query, UUID value) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("value", value)
                .mapTo(BankStatement.class)
                .findOne());
    }

    Page<BankStatement> of(UUID ledger, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(
                                SELECT + "WHERE s.ledger = :ledger AND s.id > :after ORDER BY s.id LIMIT :most")
                        .bind("ledger", ledger)
                        .bind("after", page.afterId())
                        .bind("most", page.limit() + 1)
                        .mapTo(BankStatement.class)
                        .list()),
                page,
                statement -> statement.id().toString());
    }

    Page<BankLine> lines(UUID statement, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(SELECT_LINE
                                + "WHERE l.statement = :statement AND l.line > :after ORDER BY l.line LIMIT :most")
                        .bind("statement", statement)
                        .bind("after", page.afterNumber())
                        .bind("most", page.limit() + 1)
                        .mapTo(BankLine.class)
                        .list()),
                page,
                line -> Integer.toString(line.line()));
    }

    Optional<BankLine> line(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT_LINE + "WHERE l.id = :id")
                .bind("id", id)
                .mapTo(BankLine.class)
                .findOne());
    }

    /** What the bank held at the end of a day that its statements cover. */
    Money balance(UUID ledger, LocalDate on) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.opening + coalesce((SELECT sum(l.amount) FROM bank_line l
                                                     WHERE l.statement = s.id AND l.booked_on <= :on), 0)
                        FROM bank_statement s WHERE s.ledger = :ledger AND :on BETWEEN s.period_from AND s.period_to""")
                .bind("ledger", ledger)
                .bind("on", on)
                .mapTo(Money.class)
                .one());
    }
}
