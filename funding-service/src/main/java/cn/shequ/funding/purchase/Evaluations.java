package cn.shequ.funding.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Evaluators, their declarations and points, and the award, as recorded. */
@ApplicationScoped
class Evaluations {

    private final Jdbi jdbi;
    private final Clock clock;

    Evaluations(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void appoint(UUID purchase, Collection<String> evaluators, String by) {
        jdbi.useHandle(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    INSERT INTO purchase_evaluator (purchase, evaluator, appointed_by, appointed_at)
                    VALUES (:purchase, :evaluator, :by, :at) ON CONFLICT DO NOTHING""");
            evaluators.forEach(evaluator -> insert.bind("purchase", purchase)
                    .bind("evaluator", evaluator)
                    .bind("by", by)
                    .bind("at", clock.instant())
                    .add());
            insert.execute();
        });
    }

    void declare(UUID purchase, String evaluator, boolean conflict, @Nullable String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO purchase_declaration (purchase, evaluator, conflict, reason, declared_at)
                        VALUES (:purchase, :evaluator, :conflict, :reason, :at)""")
                .bind("purchase", purchase)
                .bind("evaluator", evaluator)
                .bind("conflict", conflict)
                .bind("reason", reason)
                .bind("at", clock.instant())
                .execute());
    }

    void score(UUID purchase, UUID bid, String evaluator, Map<String, Integer> points) {
        jdbi.useHandle(handle -> {
            PreparedBatch insert = handle.prepareBatch("""
                    INSERT INTO purchase_score (purchase, bid, criterion, evaluator, points, scored_at)
                    VALUES (:purchase, :bid, :criterion, :evaluator, :points, :at)""");
            points.forEach((criterion, given) -> insert.bind("purchase", purchase)
                    .bind("bid", bid)
                    .bind("criterion", criterion)
                    .bind("evaluator", evaluator)
                    .bind("points", given)
                    .bind("at", clock.instant())
                    .add());
            insert.execute();
        });
    }

    List<Evaluation.Evaluator> evaluators(UUID purchase) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.evaluator, d.conflict, d.reason, d.declared_at FROM purchase_evaluator e
                        LEFT JOIN purchase_declaration d USING (purchase, evaluator)
                        WHERE e.purchase = :purchase ORDER BY e.evaluator""")
                .bind("purchase", purchase)
                .mapTo(Evaluation.Evaluator.class)
                .list());
    }

    List<Score> scores(UUID purchase) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT bid, criterion, evaluator, points FROM purchase_score
                        WHERE purchase = :purchase ORDER BY bid, criterion, evaluator""")
                .bind("purchase", purchase)
                .mapTo(Score.class)
                .list());
    }

    void award(UUID purchase, Ranking.Ranked best, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO purchase_award (purchase, bid, amount, score, awarded_by, awarded_at)
                        VALUES (:purchase, :bid, :amount, :score, :by, :at)""")
                .bind("purchase", purchase)
                .bind("bid", best.bid())
                .bind("amount", best.amount())
                .bind("score", best.score())
                .bind("by", by)
                .bind("at", clock.instant())
                .execute());
    }

    Optional<Award> award(UUID purchase) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM purchase_award WHERE purchase = :purchase")
                .bind("purchase", purchase)
                .mapTo(Award.class)
                .findOne());
    }
}
