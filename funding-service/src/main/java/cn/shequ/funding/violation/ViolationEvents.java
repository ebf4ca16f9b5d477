package cn.shequ.funding.violation;

import cn.shequ.events.funding.VetoImposed;
import cn.shequ.events.funding.VetoLifted;
import cn.shequ.events.funding.ViolationConfirmed;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.rulebook.Rule;
import java.time.LocalDate;
import java.util.UUID;

/** How confirmed violations and vetoes are told of: bodies by their codes, no person, no words. */
final class ViolationEvents {

    private static final String ARTICLE = "16";

    private ViolationEvents() {}

    static ViolationConfirmed confirmed(Violation violation, LocalDate confirmedOn) {
        DivisionCode community = violation.community();
        return new ViolationConfirmed(
                violation.id().toString(),
                violation.kind().name(),
                violation.subject().toString(),
                violation.ledger().toString(),
                violation.division().value(),
                community == null ? null : community.value(),
                violation.body().value(),
                violation.amountOwed().toString(),
                violation.amountActual().toString(),
                ARTICLE,
                confirmedOn);
    }

    static VetoImposed imposed(UUID veto, Violation violation, LocalDate from, LocalDate until, Rule rule) {
        DivisionCode decidedBy = rule.division();
        return new VetoImposed(
                veto.toString(),
                violation.id().toString(),
                violation.ledger().toString(),
                violation.division().value(),
                violation.body().value(),
                from,
                until,
                rule.id(),
                rule.version(),
                decidedBy == null ? null : decidedBy.value(),
                ARTICLE);
    }

    /** Names the veto that was imposed. */
    static VetoLifted lifted(Violation violation, LocalDate liftedOn) {
        Consequence veto = violation.consequences().stream()
                .filter(each -> each.kind() == Consequence.Kind.VETO)
                .findFirst()
                .orElseThrow();
        return new VetoLifted(
                veto.id().toString(),
                violation.id().toString(),
                violation.ledger().toString(),
                violation.division().value(),
                violation.body().value(),
                liftedOn,
                ARTICLE);
    }
}
