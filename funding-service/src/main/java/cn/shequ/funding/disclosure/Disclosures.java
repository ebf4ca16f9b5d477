package cn.shequ.funding.disclosure;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The disclosures as published; they are only ever added. */
@ApplicationScoped
class Disclosures {

    private static final String SELECT = """
            SELECT d.*, n.id AS corrected_by FROM disclosure d LEFT JOIN disclosure n ON n.corrects = d.id
            """;

    private final Jdbi jdbi;

    Disclosures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Disclosure get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE d.id = :id")
                        .bind("id", id)
                        .mapTo(Disclosure.class)
                        .findOne())
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    Optional<Disclosure> latest(DivisionCode community, Period period) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE d.community = :community AND d.period_from = :from AND n.id IS NULL""")
                .bind("community", community)
                .bind("from", period.from())
                .mapTo(Disclosure.class)
                .findOne());
    }

    /** @param on of the period that has this day */
    Page<Disclosure> list(PageRequest page, @Nullable DivisionCode community, @Nullable LocalDate on) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                                WHERE d.id > :after
                                  AND (CAST(:community AS varchar) IS NULL OR d.community = :community)
                                  AND (CAST(:on AS date) IS NULL OR :on BETWEEN d.period_from AND d.period_to)
                                ORDER BY d.id LIMIT :most""")
                        .bind("after", page.afterId())
                        .bind("community", community == null ? null : community.value())
                        .bind("on", on)
                        .bind("most", page.limit() + 1)
                        .mapTo(Disclosure.class)
                        .list()),
                page,
                disclosure -> disclosure.id().toString());
    }

    Page<DisclosureLine> lines(UUID disclosure, PageRequest page) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT * FROM disclosure_line
                                WHERE disclosure = :disclosure AND line > :after ORDER BY line LIMIT :most""")
                        .bind("disclosure", disclosure)
                        .bind("after", after(page))
                        .bind("most", page.limit() + 1)
                        .mapTo(DisclosureLine.class)
                        .list()),
                page,
                line -> Integer.toString(line.line()));
    }

    Page<OverdueObligation> overdue(UUID disclosure, PageRequest page) {
        return Page.of(
                overdue(disclosure, after(page), page.limit() + 1),
                page,
                obligation -> Integer.toString(obligation.line()));
    }

    List<OverdueObligation> overdue(UUID disclosure, int after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM disclosure_obligation
                        WHERE disclosure = :disclosure AND line > :after ORDER BY line LIMIT :most""")
                .bind("disclosure", disclosure)
                .bind("after", after)
                .bind("most", most)
                .mapTo(OverdueObligation.class)
                .list());
    }

    private static int after(PageRequest page) {
        try {
            return page.after().isEmpty() ? 0 : Integer.parseInt(page.after());
        } catch (NumberFormatException notOurs) {
            throw Refusal.of(HttpProblem.INVALID_CURSOR);
        }
    }

    void add(UUID id, DisclosureDraft draft, int version, @Nullable UUID corrects, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO disclosure (id, community, period_from, period_to, version, corrects, opening,
                                                    money_in, money_out, closing, movements, overdue, log_size,
                                                    published_at)
                            VALUES (:id, :community, :from, :to, :version, :corrects, :opening, :moneyIn, :moneyOut,
                                    :closing, :movements, :overdueCount, :logSize, :now)""")
                    .bindMethods(draft)
                    .bindMethods(draft.period())
                    .bind("id", id)
                    .bind("version", version)
                    .bind("corrects", corrects)
                    .bind("movements", draft.lines().size())
                    .bind("overdueCount", draft.overdue().size())
                    .bind("now", now)
                    .execute();
            addLines(handle, id, draft.lines());
            addOverdue(handle, id, draft.overdue());
        });
    }

    /** What the database compares at the end of the transaction it compares now, and says what is wrong. */
    void compareWithLedger() {
        jdbi.useHandle(handle -> handle.execute("SET CONSTRAINTS equals_ledger IMMEDIATE"));
    }

    private static void addLines(Handle handle, UUID id, List<DisclosureLine> lines) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO disclosure_line (disclosure, line, entry, fund, booked_on, kind, amount, category, counterpart)
                VALUES (:disclosure, :line, :entry, :fund, :bookedOn, :kind, :amount, :category, :counterpart)""");
        lines.forEach(line -> batch.bind("disclosure", id).bindMethods(line).add());
        execute(batch);
    }

    private static void addOverdue(Handle handle, UUID id, List<OverdueObligation> overdue) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO disclosure_obligation (disclosure, line, obligation, payer, amount_due, due_on, paid_in_time,
                                                   paid, status)
                VALUES (:disclosure, :line, :obligation, :payer, :amountDue, :dueOn, :paidInTime, :paid, :status)""");
        overdue.forEach(each -> batch.bind("disclosure", id).bindMethods(each).add());
        execute(batch);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
