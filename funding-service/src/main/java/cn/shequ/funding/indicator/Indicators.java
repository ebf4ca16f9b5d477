package cn.shequ.funding.indicator;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Measures what is owed and what is paid in a division. */
@ApplicationScoped
class Indicators {

    private static final String ALL = "100";

    private final Jdbi jdbi;

    Indicators(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Sums(
            Money dueNow,
            Money paidOfDueNow,
            Money workingFunds,
            Money workingFundsPaid,
            Money received,
            Money applied) {}

    List<IndicatorFigure> of(DivisionCode division, LocalDate asOf) {
        Sums sums = jdbi.withHandle(handle -> handle.createQuery("""
                        WITH below AS (
                          SELECT descendant AS code FROM division_ancestry WHERE ancestor = :division
                            AND valid_from <= :asOf AND (valid_to IS NULL OR valid_to >= :asOf)),
                        owed AS (
                          SELECT o.due_on <= :asOf AS due, o.amount_due, coalesce(c.amount, 0) AS cancelled,
                                 coalesce(p.amount, 0) AS paid,
                                 o.origin = 'ANNUAL_ALLOCATION' AND o.share <> 'CITY_SUBSIDY'
                                   AND o.funding_year = extract(year FROM CAST(:asOf AS date)) AS working
                          FROM obligation o
                          LEFT JOIN obligation_cancellation c ON c.obligation = o.id AND c.cancelled_on <= :asOf
                          LEFT JOIN LATERAL (
                            SELECT sum(s.amount) AS amount FROM settlement s JOIN entry e ON e.id = s.entry
                            WHERE s.obligation = o.id AND e.booked_on <= :asOf) p ON true
                          WHERE coalesce(o.community, o.division) IN (SELECT code FROM below)),
                        moved AS (
                          SELECT received, applied FROM division_movement
                          WHERE division IN (SELECT code FROM below) AND day <= :asOf)
                        SELECT d.*, m.* FROM (
                          SELECT coalesce(sum(amount_due - cancelled) FILTER (WHERE due), 0) AS due_now,
                                 coalesce(sum(paid) FILTER (WHERE due), 0) AS paid_of_due_now,
                                 coalesce(sum(amount_due) FILTER (WHERE working), 0) AS working_funds,
                                 coalesce(sum(paid) FILTER (WHERE working), 0) AS working_funds_paid
                          FROM owed) d,
                          (SELECT coalesce(sum(received), 0) AS received, coalesce(sum(applied), 0) AS applied FROM moved) m""")
                .bind("division", division)
                .bind("asOf", asOf)
                .mapTo(Sums.class)
                .one());
        return List.of(
                IndicatorFigure.percent(
                        "obligations-paid", division, asOf, sums.paidOfDueNow(), sums.dueNow(), ALL, "16"),
                IndicatorFigure.percent(
                        "working-funds-paid", division, asOf, sums.workingFundsPaid(), sums.workingFunds(), ALL, "15"),
                IndicatorFigure.percent("funds-applied", division, asOf, sums.applied(), sums.received(), null, "16"));
    }
}
