package cn.shequ.funding.balance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What funds and ledgers held, as of a booking date and as known at a log number. */
@ApplicationScoped
class Balances {

    private static final Comparator<TrialBalance.Line> BY_NAME =
            Comparator.comparing(line -> line.account().name());

    private final Jdbi jdbi;

    Balances(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All that is recorded is kept by days; what somebody knew is not, and its postings are added up. */
    List<FundBalance.Sum> ofFund(UUID fund, AsOf asOf) {
        return asOf.knownAt() == null ? heldOn(fund, asOf.bookedOn()) : knownOf(fund, asOf);
    }

    private List<FundBalance.Sum> heldOn(UUID fund, LocalDate bookedOn) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM held_by(:fund, :bookedOn)")
                .bind("fund", fund)
                .bind("bookedOn", bookedOn)
                .mapTo(FundBalance.Sum.class)
                .list());
    }

    private List<FundBalance.Sum> knownOf(UUID fund, AsOf asOf) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.account, p.category, sum(p.amount) AS amount
                        FROM posting p JOIN event_log g ON g.outbox_id = p.event AND g.sequence <= :knownAt
                        WHERE p.fund = :fund AND p.booked_on <= :bookedOn GROUP BY p.account, p.category""")
                .bind("fund", fund)
                .bindMethods(asOf)
                .mapTo(FundBalance.Sum.class)
                .list());
    }

    /** All that is recorded is kept by years, months and days; what somebody knew is not, and its postings are added up. */
    List<TrialBalance.Line> ofLedger(UUID ledger, AsOf asOf) {
        List<TrialBalance.Line> found =
                asOf.knownAt() == null ? asKept(ledger, asOf.bookedOn()) : byPostings(ledger, asOf);
        // Not by the database: to add up in this order it would sort what is added up, not the few accounts.
        return found.stream().sorted(BY_NAME).toList();
    }

    private List<TrialBalance.Line> asKept(UUID ledger, LocalDate bookedOn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT account, sum(debit) AS debit, sum(credit) AS credit, sum(debit) - sum(credit) AS balance
                        FROM moved_until(:id, :bookedOn) GROUP BY account""")
                .bind("id", ledger)
                .bind("bookedOn", bookedOn)
                .mapTo(TrialBalance.Line.class)
                .list());
    }

    private List<TrialBalance.Line> byPostings(UUID ledger, AsOf asOf) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.account, coalesce(sum(p.amount) FILTER (WHERE p.amount > 0), 0) AS debit,
                               coalesce(-sum(p.amount) FILTER (WHERE p.amount < 0), 0) AS credit,
                               sum(p.amount) AS balance
                        FROM entry e JOIN event_log g ON g.outbox_id = e.event AND g.sequence <= :knownAt
                        JOIN posting p ON p.entry = e.id
                        WHERE e.ledger = :ledger AND e.booked_on <= :bookedOn GROUP BY p.account""")
                .bind("ledger", ledger)
                .bindMethods(asOf)
                .mapTo(TrialBalance.Line.class)
                .list());
    }
}
