package cn.shequ.funding.violation;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.rulebook.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Veto, loss of awards, public notice and referral as recorded: four rows or none, and four more when taken back. */
@ApplicationScoped
class Consequences {

    private final Jdbi jdbi;

    Consequences(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A consequence as a row. */
    public record Row(
            UUID id,
            UUID violation,
            Consequence.Kind kind,
            Consequence.Effect effect,
            Payer body,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String rule,
            @Nullable DivisionCode addressee,
            @Nullable Integer year,
            @Nullable Integer number) {}

    /**
     * Brings all four upon the body.
     *
     * @param addressee the division whose discipline body gets the referral
     * @return the id of the veto
     */
    UUID impose(Violation violation, LocalDate from, LocalDate until, Rule rule, DivisionCode addressee) {
        return add(violation, Consequence.Effect.IMPOSED, from, until, rule.reference(), addressee);
    }

    /** Takes all four back; the withdrawal of a referral is a letter with a number of its own. */
    UUID takeBack(Violation violation, LocalDate from, DivisionCode addressee) {
        return add(violation, Consequence.Effect.LIFTED, from, null, null, addressee);
    }

    private UUID add(
            Violation violation,
            Consequence.Effect effect,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String rule,
            DivisionCode addressee) {
        UUID veto = Ids.next();
        jdbi.useHandle(handle -> {
            int number = nextNumber(handle, addressee, from.getYear());
            PreparedBatch rows = handle.prepareBatch("""
                    INSERT INTO violation_consequence (id, violation, kind, effect, body, from_day, until_day, rule,
                                                       addressee, year, number)
                    VALUES (:id, :violation, :kind, :effect, :body, :from, :until, :rule, :addressee, :year, :number)""");
            for (Consequence.Kind kind : Consequence.Kind.values()) {
                boolean lasting = kind == Consequence.Kind.VETO || kind == Consequence.Kind.AWARDS_LOST;
                boolean numbered = kind == Consequence.Kind.REFERRAL;
                rows.bindMethods(new Row(
                                kind == Consequence.Kind.VETO ? veto : Ids.next(),
                                violation.id(),
                                kind,
                                effect,
                                violation.body(),
                                from,
                                lasting ? until : null,
                                lasting ? rule : null,
                                numbered ? addressee : null,
                                numbered ? from.getYear() : null,
                                numbered ? number : null))
                        .add();
            }
            rows.execute();
        });
        return veto;
    }

    /** Gapless per discipline body and year; who comes second waits for the first to commit. */
    private static int nextNumber(Handle handle, DivisionCode addressee, int year) {
        handle.createQuery(
                        "SELECT pg_advisory_xact_lock(hashtextextended('referral/' || :addressee || '/' || :year, 16))")
                .bind("addressee", addressee.value())
                .bind("year", year)
                .mapTo(String.class)
                .list();
        return handle.createQuery("""
                        SELECT coalesce(max(number), 0) + 1 FROM violation_consequence
                        WHERE addressee = :addressee AND year = :year""")
                .bind("addressee", addressee)
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
    }
}
