package cn.shequ.funding.disclosure;

import cn.shequ.funding.expenditure.PayeeKind;
import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.time.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What the ledger says of a community's money in a period, as known at a size of the event log. */
@ApplicationScoped
class CommunityMoney {

    private final Jdbi jdbi;
    private final BusinessCalendar calendar;

    CommunityMoney(Jdbi jdbi, BusinessCalendar calendar) {
        this.jdbi = jdbi;
        this.calendar = calendar;
    }

    private record Moved(
            int line,
            UUID entry,
            UUID fund,
            LocalDate bookedOn,
            String kind,
            Money amount,
            @Nullable Category category,
            @Nullable String payer,
            @Nullable String payee,
            @Nullable PayeeKind payeeKind) {

        DisclosureLine shown() {
            String counterpart = payer == null ? PayeeMask.shown(payee, payeeKind) : payer;
            return new DisclosureLine(line, entry, fund, bookedOn, kind, amount, category, counterpart);
        }
    }

    DisclosureDraft draft(DivisionCode community, Period period, long logSize) {
        return jdbi.withHandle(handle -> new DisclosureDraft(
                community,
                period,
                logSize,
                opening(handle, community, period, logSize),
                lines(handle, community, period, logSize),
                overdue(handle, community, period, logSize)));
    }

    private static Money opening(Handle handle, DivisionCode community, Period period, long logSize) {
        return bind(handle.createQuery("""
                        SELECT coalesce(sum(amount), 0)
                        FROM community_money(:community, '-infinity', CAST(:from AS date) - 1, :logSize)"""), community, period, logSize)
                .mapTo(Money.class)
                .one();
    }

    private static List<DisclosureLine> lines(Handle handle, DivisionCode community, Period period, long logSize) {
        return bind(handle.createQuery("""
                        SELECT row_number() OVER (ORDER BY e.booked_on, e.recorded, m.fund)::int AS line,
                               m.entry, m.fund, e.booked_on, e.kind, m.amount, x.category,
                               r.payer, d.payee, d.payee_kind
                        FROM community_money(:community, :from, :to, :logSize) m
                        JOIN entry e ON e.id = m.entry
                        LEFT JOIN receipt r ON r.id = e.document
                        LEFT JOIN expenditure x ON x.id = e.document
                        LEFT JOIN expenditure_detail d ON d.expenditure = x.id
                        ORDER BY line"""), community, period, logSize).mapTo(Moved.class).stream()
                .map(Moved::shown)
                .toList();
    }

    /**
     * Due by the end of the period, and not paid in full by its last day: still owed, or made good in the period. Money that
     * bounced was not paid in time.
     */
    private List<OverdueObligation> overdue(Handle handle, DivisionCode community, Period period, long logSize) {
        List<LocalDate> dueDays = handle.createQuery(
                        "SELECT DISTINCT due_on FROM obligation WHERE community = :community AND due_on <= :to")
                .bind("community", community)
                .bind("to", period.to())
                .mapTo(LocalDate.class)
                .list();
        return bind(handle.createQuery("""
                        SELECT row_number() OVER (ORDER BY due_on, obligation)::int AS line, *,
                               CASE WHEN paid = amount_due THEN 'PAID_LATE' WHEN paid > 0 THEN 'SHORT'
                                    ELSE 'LATE' END AS status
                        FROM (
                          SELECT o.id AS obligation, o.payer, o.amount_due - o.cancelled AS amount_due, o.due_on,
                                 coalesce(sum(s.amount) FILTER (WHERE e.booked_on <= last.day AND s.amount > 0
                                                                 AND back.id IS NULL), 0) AS paid_in_time,
                                 coalesce(sum(s.amount) FILTER (WHERE e.booked_on < :from), 0) AS paid_before,
                                 coalesce(sum(s.amount), 0) AS paid
                          FROM obligation o
                          JOIN (SELECT CAST(due AS date) AS due_on, CAST(day AS date) AS day
                                FROM unnest(CAST(:dueDays AS text[]), CAST(:lastDays AS text[])) AS d (due, day)) last
                            ON last.due_on = o.due_on
                          LEFT JOIN (
                            settlement s JOIN entry e ON e.id = s.entry AND e.booked_on <= :to
                            JOIN event_log g ON g.outbox_id = e.event AND g.sequence < :logSize
                            LEFT JOIN (entry back JOIN event_log b ON b.outbox_id = back.event AND b.sequence < :logSize)
                              ON back.reverses = e.id AND back.booked_on <= :to)
                            ON s.obligation = o.id
                          WHERE o.community = :community AND last.day <= :to
                            AND CAST(o.opened_at AT TIME ZONE 'Asia/Shanghai' AS date) <= :to
                          GROUP BY o.id) owed
                        WHERE paid_in_time < amount_due AND (paid < amount_due OR paid_before < amount_due)
                        ORDER BY line"""), community, period, logSize)
                .bind("dueDays", texts(dueDays))
                .bind(
                        "lastDays",
                        texts(dueDays.stream().map(calendar::onOrAfter).toList()))
                .mapTo(OverdueObligation.class)
                .list();
    }

    private static String[] texts(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static Query bind(Query query, DivisionCode community, Period period, long logSize) {
        return query.bind("community", community).bindMethods(period).bind("logSize", logSize);
    }
}
