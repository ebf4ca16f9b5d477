package cn.shequ.funding.budget;

import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The budgets as drafted and adopted; they are only ever added. */
@ApplicationScoped
class Budgets {

    /** With the latest adopted budget of the year before. */
    private static final String SELECT = """
            SELECT b.*, a.version, a.document_number, a.adopted_on, a.adopted_by, p.budget AS previous
            FROM budget b LEFT JOIN budget_adoption a ON a.budget = b.id
            LEFT JOIN LATERAL (
              SELECT x.budget FROM budget_adoption x
              WHERE x.division = b.division AND x.fiscal_year = b.fiscal_year - 1 ORDER BY x.version DESC LIMIT 1) p ON true
            """;

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    Budgets(Jdbi jdbi, Jurisdiction jurisdiction, Clock clock) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            DivisionCode division,
            int fiscalYear,
            @Nullable UUID amends,
            String draftedBy,
            Instant draftedAt,
            @Nullable Integer version,
            @Nullable String documentNumber,
            @Nullable LocalDate adoptedOn,
            @Nullable String adoptedBy,
            @Nullable UUID previous) {

        Budget with(Map<UUID, Map<BudgetLine, Money>> lines) {
            Budget.Adoption adoption =
                    version == null || documentNumber == null || adoptedOn == null || adoptedBy == null
                            ? null
                            : new Budget.Adoption(version, documentNumber, adoptedOn, adoptedBy);
            return new Budget(
                    id,
                    division,
                    fiscalYear,
                    amends,
                    draftedBy,
                    draftedAt,
                    adoption,
                    lines.getOrDefault(id, Map.of()),
                    previous == null ? Map.of() : lines.getOrDefault(previous, Map.of()));
        }
    }

    private record Line(UUID budget, BudgetLine line, Money amount) {}

    void add(UUID id, NewBudget wanted, String by) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO budget (id, division, fiscal_year, amends, drafted_by, drafted_at)
                            VALUES (:id, :division, :fiscalYear, :amends, :by, :now)""")
                    .bindMethods(wanted)
                    .bind("id", id)
                    .bind("by", by)
                    .bind("now", clock.instant())
                    .execute();
            PreparedBatch lines = handle.prepareBatch(
                    "INSERT INTO budget_line (budget, line, amount) VALUES (:budget, :line, :amount)");
            wanted.lines().forEach((line, amount) -> lines.bind("budget", id)
                    .bind("line", line)
                    .bind("amount", amount)
                    .add());
            lines.execute();
        });
    }

    /** False when that version of the division's year is adopted already. */
    boolean adopt(Budget draft, int version, NewAdoption adoption, String by) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO budget_adoption (budget, division, fiscal_year, version, document_number, adopted_on,
                                                     adopted_by, adopted_at)
                        VALUES (:id, :division, :fiscalYear, :version, :documentNumber, :adoptedOn, :by, :now)
                        ON CONFLICT DO NOTHING""")
                        .bindMethods(draft)
                        .bindMethods(adoption)
                        .bind("version", version)
                        .bind("by", by)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /** The latest adopted version of a division's year. */
    Optional<Budget> inForce(DivisionCode division, int fiscalYear) {
        return one(
                "WHERE b.division = :division AND b.fiscal_year = :fiscalYear AND a.version IS NOT NULL"
                        + " ORDER BY a.version DESC LIMIT 1",
                Map.of("division", division.value(), "fiscalYear", fiscalYear));
    }

    Optional<Budget> find(UUID id) {
        return one("WHERE b.id = :id", Map.of("id", id));
    }

    private Optional<Budget> one(String where, Map<String, ?> values) {
        return jdbi
                .withHandle(handle -> withLines(
                        handle,
                        handle.createQuery(SELECT + where)
                                .bindMap(values)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst();
    }

    Page<Budget> list(
            PageRequest page, @Nullable DivisionCode division, @Nullable Integer fiscalYear, @Nullable Boolean fell) {
        return jdbi.withHandle(handle -> {
            List<Row> found = handle.createQuery(SELECT + """
                            WHERE b.id > :from
                              AND (CAST(:division AS char(12)) IS NULL OR b.division = :division)
                              AND (CAST(:fiscalYear AS int) IS NULL OR b.fiscal_year = :fiscalYear)
                              AND (CAST(:fell AS boolean) IS NULL OR :fell = coalesce(
                                (SELECT sum(amount) FROM budget_line WHERE budget = b.id)
                                < (SELECT sum(amount) FROM budget_line WHERE budget = p.budget), false))
                              AND %s
                            ORDER BY b.id LIMIT :most""".formatted(Jurisdiction.within("b.division")))
                    .bind("from", Funds.afterId(page))
                    .bind("division", division)
                    .bind("fiscalYear", fiscalYear)
                    .bind("fell", fell)
                    .bind("most", page.limit() + 1)
                    .bindMap(jurisdiction.bindings())
                    .mapTo(Row.class)
                    .list();
            Page<Row> rows = Page.of(found, page, row -> row.id().toString());
            return new Page<>(withLines(handle, rows.items()), rows.next());
        });
    }

    private static List<Budget> withLines(Handle handle, List<Row> rows) {
        UUID[] wanted = rows.stream()
                .flatMap(row -> row.previous() == null
                        ? List.of(row.id()).stream()
                        : List.of(row.id(), row.previous()).stream())
                .toArray(UUID[]::new);
        Map<UUID, Map<BudgetLine, Money>> lines = handle
                .createQuery("SELECT * FROM budget_line WHERE budget = ANY(:ids)")
                .bind("ids", wanted)
                .mapTo(Line.class)
                .stream()
                .collect(Collectors.groupingBy(
                        Line::budget,
                        Collectors.toMap(
                                Line::line, Line::amount, Money::plus, () -> new EnumMap<>(BudgetLine.class))));
        return rows.stream().map(row -> row.with(lines)).toList();
    }

    private record Paid(FundPurpose purpose, Money amount) {}

    /** What a division's finance paid of a year's obligations; what only passes through its pool is the city's money. */
    Map<BudgetLine, Money> paid(DivisionCode division, int fiscalYear) {
        Map<BudgetLine, Money> paid = new EnumMap<>(BudgetLine.class);
        jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT f.purpose, sum(o.paid) AS amount FROM obligation o JOIN fund f ON f.id = o.fund
                        WHERE o.payer = CAST(:division AS varchar) AND o.funding_year = :fiscalYear
                          AND o.share <> 'POOL_SHARE' AND o.paid > 0
                        GROUP BY f.purpose""")
                        .bind("division", division)
                        .bind("fiscalYear", fiscalYear)
                        .mapTo(Paid.class)
                        .list())
                .forEach(each ->
                        BudgetLine.of(each.purpose()).ifPresent(line -> paid.merge(line, each.amount(), Money::plus)));
        return Collections.unmodifiableMap(paid);
    }

    private record Spent(Category category, Money amount) {}

    /** What was spent in a division's territory from funds of a year. */
    Map<BudgetLine, Money> spent(DivisionCode division, int fiscalYear) {
        Map<BudgetLine, Money> spent = new EnumMap<>(BudgetLine.class);
        jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.category, sum(p.amount) AS amount FROM fund f JOIN ledger l ON l.id = f.ledger
                        JOIN posting p ON p.fund = f.id AND p.account = 'SPENT'
                        WHERE f.fiscal_year = :fiscalYear AND EXISTS (
                          SELECT FROM division_ancestry y WHERE y.descendant = l.division AND y.ancestor = :division
                            AND y.valid_from <= :today AND (y.valid_to IS NULL OR y.valid_to >= :today))
                        GROUP BY p.category""")
                        .bind("division", division)
                        .bind("fiscalYear", fiscalYear)
                        .bind("today", LocalDate.now(clock))
                        .mapTo(Spent.class)
                        .list())
                .forEach(each -> BudgetLine.of(each.category())
                        .ifPresent(line -> spent.merge(line, each.amount(), Money::plus)));
        return Collections.unmodifiableMap(spent);
    }
}
