package cn.shequ.funding.purchase;

import cn.shequ.kit.division.DivisionCode;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The purchases as recorded. Their stage follows from the steps; nobody else can change it. */
@ApplicationScoped
class Purchases {

    private final Jdbi jdbi;
    private final Clock clock;

    Purchases(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            UUID item,
            UUID ledger,
            UUID fund,
            DivisionCode division,
            @Nullable String department,
            String title,
            String description,
            Money budget,
            Instant bidsDueAt,
            int leastSatisfaction,
            @Nullable UUID retenders,
            String plannedBy,
            Instant plannedAt,
            PurchaseStage stage) {

        Purchase with(List<Criterion> criteria) {
            return new Purchase(
                    id,
                    item,
                    ledger,
                    fund,
                    division,
                    department,
                    title,
                    description,
                    budget,
                    bidsDueAt,
                    leastSatisfaction,
                    retenders,
                    plannedBy,
                    plannedAt,
                    stage,
                    criteria);
        }
    }

    private record CriterionRow(UUID purchase, String code, Criterion.Kind kind, String title, int weight) {

        Criterion criterion() {
            return new Criterion(code, kind, title, weight);
        }
    }

    /** A demand as it was planned, beyond what was asked for. */
    public record Planned(
            UUID id,
            UUID ledger,
            @Nullable String department,
            int leastSatisfaction,
            String plannedBy,
            Instant plannedAt) {}

    void add(NewPurchase wanted, Planned planned) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO purchase (id, item, ledger, fund, division, department, title, description, budget,
                                                  bids_due_at, least_satisfaction, retenders, planned_by, planned_at)
                            VALUES (:id, :item, :ledger, :fund, :division, :department, :title, :description, :budget,
                                    :bidsDueAt, :leastSatisfaction, :retenders, :plannedBy, :plannedAt)""").bindMethods(wanted).bindMethods(planned).execute();
            PreparedBatch criteria = handle.prepareBatch("""
                    INSERT INTO purchase_criterion (purchase, code, kind, title, weight)
                    VALUES (:purchase, :code, :kind, :title, :weight)""");
            wanted.criteria().forEach(each -> criteria.bindMethods(each)
                    .bind("purchase", planned.id())
                    .add());
            criteria.execute();
        });
    }

    Purchase require(UUID id) {
        return jdbi
                .withHandle(handle -> withCriteria(
                        handle,
                        handle.createQuery("SELECT * FROM purchase WHERE id = :id")
                                .bind("id", id)
                                .mapTo(Row.class)
                                .list()))
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    /** The purchase, locked until the transaction ends. */
    Purchase lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT lock_purchase(:id)")
                .bind("id", id)
                .mapTo(String.class)
                .list());
        return require(id);
    }

    /** What the fund has beyond the budgets of its other purchases that are not contracted yet. */
    Money moneyLeft(UUID fund, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT purchase_money_left(:fund, :today)")
                .bind("fund", fund)
                .bind("today", today)
                .mapTo(Money.class)
                .one());
    }

    boolean isRetendered(UUID failed) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT EXISTS (SELECT FROM purchase WHERE retenders = :failed)")
                        .bind("failed", failed)
                        .mapTo(Boolean.class)
                        .one());
    }

    void take(UUID purchase, PurchaseStep step, String by, @Nullable String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO purchase_step (purchase, step, by_person, at, reason)
                        VALUES (:purchase, :step, :byPerson, :at, :reason)""")
                .bind("purchase", purchase)
                .bindMethods(new TakenStep(step, by, clock.instant(), reason))
                .execute());
    }

    List<TakenStep> steps(UUID purchase) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM purchase_step WHERE purchase = :purchase ORDER BY at, step")
                        .bind("purchase", purchase)
                        .mapTo(TakenStep.class)
                        .list());
    }

    /** Which purchases are wanted; each part may be left out. */
    public record Filter(
            @Nullable DivisionCode within,
            @Nullable PurchaseStage stage,
            @Nullable UUID item) {}

    Page<Purchase> list(PageRequest page, Filter filter) {
        return jdbi.withHandle(handle -> {
            List<Row> found = handle.createQuery("""
                            SELECT p.* FROM purchase p
                            WHERE p.id > :after
                              AND (CAST(:within AS char(12)) IS NULL OR EXISTS (
                                SELECT FROM division_ancestry a WHERE a.descendant = p.division AND a.ancestor = :within
                                  AND a.valid_from <= :today AND (a.valid_to IS NULL OR a.valid_to >= :today)))
                              AND (CAST(:stage AS varchar) IS NULL OR p.stage = :stage)
                              AND (CAST(:item AS uuid) IS NULL OR p.item = :item)
                            ORDER BY p.id LIMIT :most""")
                    .bindMethods(filter)
                    .bind("after", page.afterId())
                    .bind("today", LocalDate.now(clock))
                    .bind("most", page.limit() + 1)
                    .mapTo(Row.class)
                    .list();
            Page<Row> rows = Page.of(found, page, row -> row.id().toString());
            return new Page<>(withCriteria(handle, rows.items()), rows.next());
        });
    }

    private static List<Purchase> withCriteria(Handle handle, List<Row> rows) {
        Map<UUID, List<CriterionRow>> criteria = handle
                .createQuery("SELECT * FROM purchase_criterion WHERE purchase = ANY(:ids) ORDER BY kind, code")
                .bind("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .mapTo(CriterionRow.class)
                .stream()
                .collect(Collectors.groupingBy(CriterionRow::purchase));
        return rows.stream()
                .map(row -> row.with(criteria.getOrDefault(row.id(), List.of()).stream()
                        .map(CriterionRow::criterion)
                        .toList()))
                .toList();
    }
}
