package cn.shequ.funding.pool;

import cn.shequ.funding.fund.Funds;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The pools as the ledgers tell of them. */
@ApplicationScoped
class Pools {

    private static final String SELECT = """
            SELECT f.id, f.ledger, l.division, f.fiscal_year, m.* FROM fund f JOIN ledger l ON l.id = f.ledger
            LEFT JOIN LATERAL (
              SELECT coalesce(-sum(p.amount) FILTER (WHERE p.account IN ('AVAILABLE', 'COMMITTED', 'APPLIED')), 0) AS received,
                     coalesce(sum(p.amount) FILTER (WHERE p.category = 'DISTRIBUTION'), 0) AS distributed,
                     coalesce(sum(p.amount) FILTER (WHERE p.category <> 'DISTRIBUTION'), 0) AS spent,
                     coalesce(-sum(p.amount) FILTER (WHERE p.account = 'COMMITTED'), 0) AS committed,
                     coalesce(-sum(p.amount) FILTER (WHERE p.account = 'AVAILABLE'), 0) AS "left"
              FROM posting p WHERE p.fund = f.id) m ON true
            WHERE f.purpose = 'POOL'
            """;

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;

    Pools(Jdbi jdbi, Jurisdiction jurisdiction) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
    }

    private record Row(
            UUID id,
            UUID ledger,
            DivisionCode division,
            int fiscalYear,
            Money received,
            Money distributed,
            Money spent,
            Money committed,
            Money left) {

        Pool with(@Nullable List<Pool.Part> communities) {
            return new Pool(
                    id, ledger, division, fiscalYear, received, distributed, spent, committed, left, communities);
        }
    }

    Optional<Pool> find(UUID fund) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "AND f.id = :fund")
                        .bind("fund", fund)
                        .mapTo(Row.class)
                        .findOne())
                .map(row -> row.with(parts(fund)));
    }

    private List<Pool.Part> parts(UUID fund) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.community,
                               coalesce(sum(s.amount) FILTER (WHERE x.category = 'DISTRIBUTION'), 0) AS distributed,
                               coalesce(sum(s.amount) FILTER (WHERE x.category <> 'DISTRIBUTION'), 0) AS spent
                        FROM expenditure x JOIN expenditure_share s ON s.expenditure = x.id
                        WHERE x.fund = :fund AND x.stage = 'PAID' GROUP BY s.community ORDER BY s.community""")
                .bind("fund", fund)
                .mapTo(Pool.Part.class)
                .list());
    }

    Page<Pool> list(PageRequest page, @Nullable Integer fiscalYear, @Nullable UUID ledger) {
        return Page.of(
                jdbi.withHandle(handle -> handle
                        .createQuery(SELECT + """
                                AND f.id > :from AND (CAST(:fiscalYear AS int) IS NULL OR f.fiscal_year = :fiscalYear)
                                AND (CAST(:ledger AS uuid) IS NULL OR f.ledger = :ledger)
                                AND %s
                                ORDER BY f.id LIMIT :most""".formatted(Jurisdiction.within("l.division")))
                        .bind("from", Funds.afterId(page))
                        .bind("fiscalYear", fiscalYear)
                        .bind("ledger", ledger)
                        .bind("most", page.limit() + 1)
                        .bindMap(jurisdiction.bindings())
                        .mapTo(Row.class)
                        .stream()
                        .map(row -> row.with(null))
                        .toList()),
                page,
                pool -> pool.id().toString());
    }

    /** What a district's pool of a year still owes, by community code; less what is decided and not paid yet. */
    List<OwedByPool> owed(DivisionCode district, int fiscalYear) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT o.community, o.ledger, o.id AS obligation,
                               o.amount_due - o.paid - o.cancelled - coalesce(d.decided, 0) AS outstanding
                        FROM obligation o LEFT JOIN LATERAL (
                          SELECT sum(s.amount) AS decided FROM expenditure_share s JOIN expenditure x ON x.id = s.expenditure
                          WHERE s.obligation = o.id AND x.stage IN ('RECORDED', 'APPROVED_ONCE', 'APPROVED')) d ON true
                        WHERE o.origin = 'ANNUAL_ALLOCATION' AND o.share = 'POOL_SHARE' AND o.funding_year = :fiscalYear
                          AND o.payer = CAST(:district AS varchar)
                          AND o.amount_due - o.paid - o.cancelled > coalesce(d.decided, 0)
                        ORDER BY o.community LIMIT 2000""")
                .bind("district", district)
                .bind("fiscalYear", fiscalYear)
                .mapTo(OwedByPool.class)
                .list());
    }

    /** How many receipts of a distribution stand in the subdistricts' ledgers. */
    int arrived(UUID expenditure) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM receipt r JOIN entry e ON e.document = r.id AND e.kind = 'RECEIPT'
                        JOIN expenditure_share s ON s.expenditure = :expenditure
                         AND r.bank_reference = 'POOL/' || s.expenditure || '/' || s.community
                        WHERE NOT EXISTS (SELECT FROM entry v WHERE v.reverses = e.id)""")
                .bind("expenditure", expenditure)
                .mapTo(Integer.class)
                .one());
    }

    /** What a paid distribution brings to a subdistrict's ledger. */
    record Arrival(DivisionCode community, UUID ledger, UUID obligation, Money amount) {}

    /** In the order of communities; none for an expenditure that distributes nothing. */
    List<Arrival> arrivals(UUID expenditure) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.community, o.ledger, s.obligation, s.amount
                        FROM expenditure_share s JOIN obligation o ON o.id = s.obligation
                        WHERE s.expenditure = :expenditure ORDER BY s.obligation""")
                .bind("expenditure", expenditure)
                .mapTo(Arrival.class)
                .list());
    }
}
