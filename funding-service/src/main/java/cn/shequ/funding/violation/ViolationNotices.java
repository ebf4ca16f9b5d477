package cn.shequ.funding.violation;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The public notices, as the consequences have them. */
@ApplicationScoped
class ViolationNotices {

    private final Jdbi jdbi;

    ViolationNotices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param inForceOn only bodies under veto on that day */
    Page<ViolationNotice> list(
            PageRequest page, @Nullable Payer body, @Nullable DivisionCode division, @Nullable LocalDate inForceOn) {
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT n.id, n.violation, v.kind, v.body, v.division, v.community, v.amount_owed,
                                       v.amount_actual, n.from_day AS confirmed_on, veto.until_day AS veto_until,
                                       awards.id IS NOT NULL AS awards_lost, referral.id IS NOT NULL AS referred,
                                       lifted.from_day AS lifted_on
                                FROM violation_consequence n
                                JOIN violation v ON v.id = n.violation
                                JOIN violation_consequence veto
                                  ON veto.violation = v.id AND veto.kind = 'VETO' AND veto.effect = 'IMPOSED'
                                LEFT JOIN violation_consequence awards
                                  ON awards.violation = v.id AND awards.kind = 'AWARDS_LOST' AND awards.effect = 'IMPOSED'
                                LEFT JOIN violation_consequence referral
                                  ON referral.violation = v.id AND referral.kind = 'REFERRAL' AND referral.effect = 'IMPOSED'
                                LEFT JOIN violation_consequence lifted
                                  ON lifted.violation = v.id AND lifted.kind = 'PUBLIC_NOTICE' AND lifted.effect = 'LIFTED'
                                WHERE n.kind = 'PUBLIC_NOTICE' AND n.effect = 'IMPOSED' AND n.id > :from
                                  AND (CAST(:body AS varchar) IS NULL OR v.body = :body)
                                  AND (CAST(:division AS varchar) IS NULL OR v.division = :division
                                       OR v.community = :division)
                                  AND (CAST(:on AS date) IS NULL OR (:on BETWEEN veto.from_day AND veto.until_day
                                       AND (lifted.from_day IS NULL OR lifted.from_day > :on)))
                                ORDER BY n.id LIMIT :most""")
                        .bind("from", page.afterId())
                        .bind("body", body == null ? null : body.value())
                        .bind("division", division == null ? null : division.value())
                        .bind("on", inForceOn)
                        .bind("most", page.limit() + 1)
                        .mapTo(ViolationNotice.class)
                        .list()),
                page,
                notice -> notice.id().toString());
    }
}
