package cn.shequ.funding.fund;

import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The funds as recorded; their terms never change. */
@ApplicationScoped
public class Funds {

    private static final String SELECT = """
            SELECT f.id, f.ledger, f.source, f.purpose, f.community, f.fiscal_year, f.categories, f.reference, f.at_year_end,
                   f.opened_by, f.opened_at, l.division,
                   coalesce((SELECT max(c.spend_by) FROM carried_fund c WHERE c.fund = f.id), f.spend_by) AS spend_by
            FROM fund f JOIN ledger l ON l.id = f.ledger
            """;

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    Funds(Jdbi jdbi, Jurisdiction jurisdiction, Clock clock) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** Opens funds, in one round trip; the ids in the order of the terms. */
    public List<UUID> open(List<FundTerms> terms, String openedBy) {
        return jdbi.withHandle(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    INSERT INTO fund (id, ledger, source, purpose, community, fiscal_year, categories, spend_by,
                                      reference, at_year_end, opened_by, opened_at)
                    VALUES (:id, :ledger, :source, :purpose, :community, :fiscalYear, :allowed, :spendBy,
                            :reference, :atYearEnd, :openedBy, :openedAt)""");
            List<UUID> ids = new ArrayList<>(terms.size());
            for (FundTerms each : terms) {
                UUID id = Ids.next();
                ids.add(id);
                insert.bindMethods(each)
                        .bind("id", id)
                        .bind("allowed", names(each.categories()))
                        .bind("openedBy", openedBy)
                        .bind("openedAt", clock.instant())
                        .add();
            }
            insert.execute();
            return ids;
        });
    }

    private static String[] names(Collection<Category> categories) {
        return categories.stream().sorted().map(Category::name).toArray(String[]::new);
    }

    public Optional<Fund> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE f.id = :id")
                .bind("id", id)
                .mapTo(Fund.class)
                .findOne());
    }

    /** The fund that a decision opened for a year, when it did. */
    public Optional<Fund> ofDecision(UUID reference, int fiscalYear) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "WHERE f.reference = :reference AND f.fiscal_year = :fiscalYear")
                        .bind("reference", reference)
                        .bind("fiscalYear", fiscalYear)
                        .mapTo(Fund.class)
                        .findOne());
    }

    public Fund toActOn(UUID id) {
        Fund fund = find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(reach(fund));
        return fund;
    }

    public Fund toSee(UUID id) {
        Fund fund = find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(reach(fund));
        return fund;
    }

    private static Reach reach(Fund fund) {
        Reach reach = Reach.of(fund.division());
        return fund.community() == null ? reach : reach.concerning(List.of(fund.community()));
    }

    /** Locks the funds until the transaction ends, always in the order of their ids. */
    public void lock(Collection<UUID> ids) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT lock_funds(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(String.class)
                .list());
    }

    Page<Fund> list(PageRequest page, FundFilter filter) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(SELECT
                                + """
                                WHERE f.id > CAST(:from AS uuid)
                                  AND (CAST(:ledger AS uuid) IS NULL OR f.ledger = :ledger)
                                  AND (CAST(:community AS char(12)) IS NULL OR f.community = :community)
                                  AND (CAST(:purpose AS varchar) IS NULL OR f.purpose = :purpose)
                                  AND (CAST(:fiscalYear AS int) IS NULL OR f.fiscal_year = :fiscalYear)
                                  AND (CAST(:reference AS uuid) IS NULL OR f.reference = :reference)
                                  AND (%s OR %s)
                                ORDER BY f.id LIMIT :most""".formatted(Jurisdiction.within("l.division"), Jurisdiction.within("f.community")))
                        .bindMethods(filter)
                        .bind("from", afterId(page))
                        .bind("most", page.limit() + 1)
                        .bindMap(jurisdiction.bindings())
                        .mapTo(Fund.class)
                        .list()),
                page,
                fund -> fund.id().toString());
    }

    /** The id to go on after; the smallest of all at the beginning. */
    public static UUID afterId(PageRequest page) {
        try {
            return page.after().isEmpty() ? new UUID(0, 0) : UUID.fromString(page.after());
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.of(HttpProblem.INVALID_CURSOR);
        }
    }
}
