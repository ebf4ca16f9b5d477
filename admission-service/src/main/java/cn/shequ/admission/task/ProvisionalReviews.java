package cn.shequ.admission.task;

import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.dueday.Provisional;
import cn.shequ.admission.dueday.ProvisionalDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Applications that wait for a group or its leader until a provisional day: that of the leader follows the group's. */
@ApplicationScoped
class ProvisionalReviews implements ProvisionalDays {

    private final Jdbi jdbi;

    ProvisionalReviews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Counting counting() {
        return Counting.BUSINESS_DAYS;
    }

    @Override
    public List<Provisional> lockSome(Collection<Integer> years) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, division, submitted_on AS entered_on,
                          CASE WHEN review_provisional THEN submitted_on ELSE review_by END AS since,
                          CASE WHEN review_provisional THEN ARRAY[review_rule, leader_rule]
                            ELSE ARRAY[leader_rule] END AS rules
                        FROM task_application
                        WHERE leader_provisional AND stage IN ('SUBMITTED', 'ACCEPTED', 'DECIDED_FOR')
                          AND extract(year FROM CASE WHEN review_provisional THEN review_by ELSE leader_by END)
                            = ANY(:years)
                        ORDER BY id LIMIT 200 FOR UPDATE SKIP LOCKED""")
                .bind("years", years.toArray(Integer[]::new))
                .mapTo(Provisional.class)
                .list());
    }

    /** @param days the leader's, and before it the group's where that was provisional, too */
    @Override
    public void put(UUID id, List<DueDay> days) {
        DueDay review = days.getFirst();
        DueDay leader = days.getLast();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE task_application SET
                          review_by = CASE WHEN review_provisional THEN :review ELSE review_by END,
                          review_provisional = review_provisional AND :reviewProvisional,
                          leader_by = :leader, leader_provisional = :leaderProvisional
                        WHERE id = :id""")
                .bind("id", id)
                .bind("review", review.day())
                .bind("reviewProvisional", review.provisional())
                .bind("leader", leader.day())
                .bind("leaderProvisional", review.provisional() || leader.provisional())
                .execute());
    }
}
