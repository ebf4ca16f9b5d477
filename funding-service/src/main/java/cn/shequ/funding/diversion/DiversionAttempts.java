package cn.shequ.funding.diversion;

import cn.shequ.events.funding.DiversionAttempted;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Category;
import cn.shequ.funding.violation.Suspicion;
import cn.shequ.funding.violation.Suspicions;
import cn.shequ.funding.violation.ViolationKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.territory.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The attempts as recorded; they are only ever added. */
@ApplicationScoped
public class DiversionAttempts {

    private static final String ARTICLE = "16";

    private final Jdbi jdbi;
    private final Jurisdiction jurisdiction;
    private final EventLog log;
    private final Suspicions suspicions;
    private final Clock clock;

    DiversionAttempts(Jdbi jdbi, Jurisdiction jurisdiction, EventLog log, Suspicions suspicions, Clock clock) {
        this.jdbi = jdbi;
        this.jurisdiction = jurisdiction;
        this.log = log;
        this.suspicions = suspicions;
        this.clock = clock;
    }

    /** Keeps an attempt to spend, tells of it, and opens the case in which a person says what it was. */
    public DiversionAttempt record(Fund fund, Category category, Money amount, String attemptedBy) {
        return record(fund, category.name(), null, amount, attemptedBy);
    }

    /** The same for an attempt to move money to another fund. */
    public DiversionAttempt recordTransfer(Fund fund, UUID toFund, Money amount, String attemptedBy) {
        return record(fund, DiversionAttempt.TRANSFER, toFund, amount, attemptedBy);
    }

    private DiversionAttempt record(
            Fund fund, String category, @Nullable UUID toFund, Money amount, String attemptedBy) {
        DiversionAttempt attempt = new DiversionAttempt(
                Ids.next(),
                fund.ledger(),
                fund.id(),
                fund.division(),
                fund.community(),
                category,
                fund.categories(),
                amount,
                attemptedBy,
                clock.instant(),
                toFund);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO diversion_attempt (id, ledger, fund, division, community, category, allowed, amount,
                                                       attempted_by, attempted_at, to_fund)
                        VALUES (:id, :ledger, :fund, :division, :community, :category, :names, :amount,
                                :attemptedBy, :attemptedAt, :toFund)""")
                .bindMethods(attempt)
                .bind("names", attempt.allowed().stream().map(Category::name).toArray(String[]::new))
                .execute());
        log.append(event(attempt));
        suspicions.report(suspicion(attempt), attemptedBy);
        return attempt;
    }

    /** Nothing was allowed; the office that keeps the ledger answers for what its accountant tried. */
    private Suspicion suspicion(DiversionAttempt attempt) {
        return new Suspicion(
                ViolationKind.DIVERSION,
                attempt.id(),
                0,
                attempt.ledger(),
                attempt.division(),
                attempt.community(),
                null,
                Money.ZERO,
                attempt.amount(),
                LocalDate.ofInstant(attempt.attemptedAt(), clock.getZone()));
    }

    private DiversionAttempted event(DiversionAttempt attempt) {
        DivisionCode community = attempt.community();
        UUID toFund = attempt.toFund();
        return new DiversionAttempted(
                attempt.id().toString(),
                attempt.ledger().toString(),
                attempt.fund().toString(),
                attempt.division().value(),
                community == null ? null : community.value(),
                attempt.category(),
                attempt.allowed().stream().map(Category::name).toList(),
                attempt.amount().toString(),
                ARTICLE,
                LocalDate.ofInstant(attempt.attemptedAt(), clock.getZone()),
                toFund == null ? null : toFund.toString());
    }

    Page<DiversionAttempt> list(PageRequest page, @Nullable UUID fund) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT * FROM diversion_attempt a
                                WHERE a.id > :from AND (CAST(:fund AS uuid) IS NULL OR a.fund = :fund) AND %s
                                ORDER BY a.id LIMIT :most""".formatted(Jurisdiction.within("a.division")))
                        .bind("from", Funds.afterId(page))
                        .bind("fund", fund)
                        .bind("most", page.limit() + 1)
                        .bindMap(jurisdiction.bindings())
                        .mapTo(DiversionAttempt.class)
                        .list()),
                page,
                attempt -> attempt.id().toString());
    }
}
