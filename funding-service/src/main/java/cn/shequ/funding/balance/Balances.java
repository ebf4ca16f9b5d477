package cn.shequ.funding.balance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What funds and ledgers held, as of a booking date and as known at a log number. */
@ApplicationScoped
class Balances {

    private static final String WITHIN = """
              AND e.booked_on <= :bookedOn
              AND (CAST(:knownAt AS bigint) IS NULL
                   OR EXISTS (SELECT FROM event_log g WHERE g.outbox_id = e.event AND g.sequence <= :knownAt))
            """;

    private final Jdbi jdbi;

    Balances(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All that is recorded is kept by days; what somebody knew is not, and its postings are added up. */
    List<FundBalance.Sum> ofFund(UUID fund, AsOf asOf) {
        return asOf.knownAt() == null ? heldOn(fund, asOf.bookedOn()) : knownOf(fund, asOf);
    }

    private List<FundBalance.Sum> heldOn(UUID fund, LocalDate bookedOn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.account, s.category, s.amount FROM (
                          SELECT * FROM fund_day WHERE fund = :fund AND day <= :bookedOn ORDER BY day DESC LIMIT 1) d,
                        LATERAL (
                          VALUES ('AVAILABLE', NULL, -d.available), ('RESERVED', NULL, -d.reserved),
                                 ('COMMITTED', NULL, -d.committed), ('PAYABLE', NULL, -d.payable),
                                 ('APPLIED', NULL, -d.applied), ('RECEIVABLE', NULL, d.receivable)
                          UNION ALL SELECT 'SPENT', category, CAST(amount AS numeric)
                          FROM jsonb_each_text(d.spent) spent (category, amount)) s (account, category, amount)""")
                .bind("fund", fund)
                .bind("bookedOn", bookedOn)
                .mapTo(FundBalance.Sum.class)
                .list());
    }

    private List<FundBalance.Sum> knownOf(UUID fund, AsOf asOf) {
        return jdbi.withHandle(
                handle -> bind(handle.createQuery("""
                                SELECT p.account, p.category, sum(p.amount) AS amount
                                FROM posting p JOIN entry e ON e.id = p.entry WHERE p.fund = :id """ + WITHIN + "GROUP BY p.account, p.category"), fund, asOf)
                        .mapTo(FundBalance.Sum.class)
                        .list());
    }

    /** All that is recorded is kept by years, months and days; what somebody knew is not, and its postings are added up. */
    List<TrialBalance.Line> ofLedger(UUID ledger, AsOf asOf) {
        return asOf.knownAt() == null ? asKept(ledger, asOf.bookedOn()) : byPostings(ledger, asOf);
    }

    private List<TrialBalance.Line> asKept(UUID ledger, LocalDate bookedOn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT account, sum(debit) AS debit, sum(credit) AS credit, sum(debit) - sum(credit) AS balance
                        FROM moved_until(:id, :bookedOn) GROUP BY account ORDER BY account""")
                .bind("id", ledger)
                .bind("bookedOn", bookedOn)
                .mapTo(TrialBalance.Line.class)
                .list());
    }

    private List<TrialBalance.Line> byPostings(UUID ledger, AsOf asOf) {
        return jdbi.withHandle(
                handle -> bind(handle.createQuery("""
                                SELECT p.account, coalesce(sum(p.amount) FILTER (WHERE p.amount > 0), 0) AS debit,
                                       coalesce(-sum(p.amount) FILTER (WHERE p.amount < 0), 0) AS credit,
                                       sum(p.amount) AS balance
                                FROM posting p JOIN entry e ON e.id = p.entry WHERE e.ledger = :id """ + WITHIN + "GROUP BY p.account ORDER BY p.account"), ledger, asOf)
                        .mapTo(TrialBalance.Line.class)
                        .list());
    }

    private static Query bind(Query query, UUID id, AsOf asOf) {
        return query.bind("id", id).bindMethods(asOf);
    }
}
