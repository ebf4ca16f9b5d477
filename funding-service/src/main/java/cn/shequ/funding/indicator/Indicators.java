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
                          SELECT * FROM obligation o WHERE coalesce(o.community, o.division) IN (SELECT code FROM below)),
                        moved AS (
                          SELECT p.account, p.amount FROM posting p JOIN fund f ON f.id = p.fund
                          JOIN ledger l ON l.id = f.ledger JOIN entry e ON e.id = p.entry
                          WHERE coalesce(f.community, l.division) IN (SELECT code FROM below) AND e.booked_on <= :asOf)
                        SELECT
                          coalesce((SELECT sum(amount_due - cancelled) FROM owed WHERE due_on <= :asOf), 0) AS due_now,
                          coalesce((SELECT sum(paid) FROM owed WHERE due_on <= :asOf), 0) AS paid_of_due_now,
                          coalesce((SELECT sum(amount_due) FROM owed WHERE origin = 'ANNUAL_ALLOCATION'
                                    AND funding_year = extract(year FROM CAST(:asOf AS date))
                                    AND share <> 'CITY_SUBSIDY'), 0) AS working_funds,
                          coalesce((SELECT sum(paid) FROM owed WHERE origin = 'ANNUAL_ALLOCATION'
                                    AND funding_year = extract(year FROM CAST(:asOf AS date))
                                    AND share <> 'CITY_SUBSIDY'), 0) AS working_funds_paid,
                          coalesce((SELECT -sum(amount) FROM moved
                                    WHERE account IN ('AVAILABLE', 'RESERVED', 'COMMITTED', 'PAYABLE', 'APPLIED')), 0) AS received,
                          coalesce((SELECT -sum(amount) FROM moved WHERE account = 'APPLIED'), 0) AS applied""")
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
