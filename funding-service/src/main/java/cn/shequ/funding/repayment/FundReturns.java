package cn.shequ.funding.repayment;

import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The returns as recorded, and what each giver may still get back. Their stage follows from the steps. */
@ApplicationScoped
public class FundReturns {

    private static final String SELECT = """
            SELECT r.*, l.division, f.community
            FROM fund_return r JOIN ledger l ON l.id = r.ledger JOIN fund f ON f.id = r.fund
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    FundReturns(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID ledger,
            UUID fund,
            DivisionCode division,
            @Nullable DivisionCode community,
            Money amount,
            @Nullable Payer payee,
            @Nullable UUID donation,
            ReturnReason reason,
            LocalDate bookedOn,
            String madeBy,
            Instant madeAt,
            ReturnStage stage) {

        FundReturn with(List<Step> steps) {
            return new FundReturn(
                    id,
                    ledger,
                    fund,
                    division,
                    community,
                    amount,
                    payee,
                    donation,
                    reason,
                    bookedOn,
                    madeBy,
                    madeAt,
                    stage,
                    steps.stream().map(Step::view).toList());
        }
    }

    private record Step(
            UUID returned,
            ReturnStep step,
            String byPerson,
            Instant at,
            @Nullable String reason,
            @Nullable UUID entry) {

        FundReturn.Taken view() {
            return new FundReturn.Taken(step, byPerson, at, reason, entry);
        }
    }

    UUID add(UUID ledger, NewReturn wanted, ReturnReason reason, String madeBy) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO fund_return (id, ledger, fund, amount, payee, donation, reason, booked_on, made_by, made_at)
                        VALUES (:id, :ledger, :fund, :amount, :payee, :donation, :reason, :bookedOn, :madeBy, :madeAt)""")
                .bind("id", id)
                .bind("ledger", ledger)
                .bind("fund", wanted.fund())
                .bind("amount", wanted.amount())
                .bind("payee", wanted.payee())
                .bind("donation", wanted.donation())
                .bind("reason", reason)
                .bind("bookedOn", wanted.bookedOn())
                .bind("madeBy", madeBy)
                .bind("madeAt", clock.instant())
                .execute());
        return id;
    }

    /** Keeps a step; the stage follows from it. */
    public void take(UUID id, ReturnStep step, String by, @Nullable String reason, @Nullable UUID entry) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO fund_return_step (return, step, by_person, at, reason, entry)
                        VALUES (:id, :step, :by, :at, :reason, :entry)""")
                .bind("id", id)
                .bind("step", step)
                .bind("by", by)
                .bind("at", clock.instant())
                .bind("reason", reason)
                .bind("entry", entry)
                .execute());
    }

    public Optional<FundReturn> find(UUID id) {
        return jdbi
                .withHandle(handle -> withSteps(
                        handle,
                        handle.createQuery(SELECT + "WHERE r.id = :id")
                                .bind("id", id)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst();
    }

    /** The return, locked until the transaction ends. */
    public FundReturn lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT lock_fund_return(:id)")
                .bind("id", id)
                .mapTo(String.class)
                .list());
        return find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    Page<FundReturn> of(UUID ledger, PageRequest page) {
        return jdbi.withHandle(handle -> {
            List<Row> found = handle.createQuery(
                            SELECT + "WHERE r.ledger = :ledger AND r.id > :from ORDER BY r.id LIMIT :most")
                    .bind("ledger", ledger)
                    .bind("from", Funds.afterId(page))
                    .bind("most", page.limit() + 1)
                    .mapTo(Row.class)
                    .list();
            Page<Row> rows = Page.of(found, page, row -> row.id().toString());
            return new Page<>(withSteps(handle, rows.items()), rows.next());
        });
    }

    private static List<FundReturn> withSteps(Handle handle, List<Row> rows) {
        Map<UUID, List<Step>> steps = handle
                .createQuery("""
                        SELECT return AS returned, step, by_person, at, reason, entry FROM fund_return_step
                        WHERE return = ANY(:ids) ORDER BY at, step""")
                .bind("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .mapTo(Step.class)
                .stream()
                .collect(Collectors.groupingBy(Step::returned));
        return rows.stream()
                .map(row -> row.with(steps.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** What somebody gave to a fund and has not got back, nor is to get back. */
    record Given(Payer payer, Money amount) {}

    /** By payer, who gave most first. What bounced was not given. */
    List<Given> givenBy(UUID fund) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT payer, amount - coalesce((SELECT sum(r.amount) FROM fund_return r
                          WHERE r.fund = :fund AND r.payee = g.payer AND r.stage NOT IN ('REJECTED', 'WITHDRAWN')), 0)
                          AS amount
                        FROM (SELECT c.payer, -sum(p.amount) AS amount FROM posting p
                              JOIN entry e ON e.id = p.entry AND e.kind IN ('RECEIPT', 'REVERSAL')
                              JOIN receipt c ON c.id = e.document
                              WHERE p.fund = :fund GROUP BY c.payer) g
                        ORDER BY amount DESC, payer LIMIT 500""").bind("fund", fund).mapTo(Given.class).list());
    }

    /** What is left of a donation to give back; empty when it did not go to the fund. What bounced was not given. */
    Optional<Money> givenBy(UUID fund, UUID donation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT CASE WHEN EXISTS (SELECT FROM entry v WHERE v.reverses = e.id) THEN 0 ELSE d.amount END
                          - coalesce((SELECT sum(r.amount) FROM fund_return r
                          WHERE r.donation = d.id AND r.stage NOT IN ('REJECTED', 'WITHDRAWN')), 0)
                        FROM donation d JOIN entry e ON e.document = d.id AND e.kind = 'DONATION'
                        WHERE d.id = :donation AND d.fund = :fund""")
                .bind("donation", donation)
                .bind("fund", fund)
                .mapTo(Money.class)
                .findOne());
    }
}
