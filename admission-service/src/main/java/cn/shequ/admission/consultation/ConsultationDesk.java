package cn.shequ.admission.consultation;

import cn.shequ.admission.department.Department;
import cn.shequ.admission.department.OwnDepartment;
import cn.shequ.admission.dueday.DueDay;
import cn.shequ.admission.dueday.DueDays;
import cn.shequ.admission.refusal.Demanders;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies tell the subdistrict office what they start in its territory; what was not told is recorded (Art. 2). */
@ApplicationScoped
class ConsultationDesk {

    /** How long the subdistrict office has for its answer. */
    static final String ANSWER_WITHIN = "consultation.answer-within";

    private static final LocalDate FIRST_DAY = LocalDate.of(2011, 1, 1);

    private final Consultations consultations;
    private final OwnDepartment ownDepartment;
    private final Demanders bodies;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final DueDays days;
    private final EventLog events;
    private final Callers callers;
    private final Clock clock;

    ConsultationDesk(
            Consultations consultations,
            OwnDepartment ownDepartment,
            Demanders bodies,
            Territory territory,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            DueDays days,
            EventLog events,
            Callers callers,
            Clock clock) {
        this.consultations = consultations;
        this.ownDepartment = ownDepartment;
        this.bodies = bodies;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
        this.days = days;
        this.events = events;
        this.callers = callers;
        this.clock = clock;
    }

    /** Told before its day it waits for an answer; told on that day or later it is kept as not notified. */
    Consultation notify(NewConsultation asked) {
        requireSubdistrict(asked.division());
        jurisdiction.requireAct(Reach.of(asked.division()));
        Department own = ownDepartment.require();
        Demanders.Body body =
                new Demanders.Body(own.creditCode(), own.nameZh(), own.affiliationLevel(), own.division());
        boolean beforehand = asked.startsOn().isAfter(LocalDate.now(clock));
        Rule within = beforehand ? rulebook.today(ANSWER_WITHIN, asked.division()) : null;
        return keep(asked, body, within);
    }

    /** The office writes down what it was not told of. */
    Consultation record(UnnotifiedAction found) {
        requireSubdistrict(found.division());
        jurisdiction.requireAct(Reach.of(found.division()));
        LocalDate today = LocalDate.now(clock);
        if (found.startedOn().isBefore(FIRST_DAY) || found.startedOn().isAfter(today)) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of("startedOn", "out-of-range", Map.of("least", FIRST_DAY, "most", today)));
        }
        Demanders.Body body = bodies.identify(found.actingBody(), "actingBody");
        return keep(
                new NewConsultation(found.division(), found.action(), found.place(), found.startedOn()), body, null);
    }

    /** @param within the time for the answer; null for what was not told beforehand */
    private Consultation keep(NewConsultation asked, Demanders.Body body, @Nullable Rule within) {
        LocalDate today = LocalDate.now(clock);
        DueDay answer = within == null ? null : days.after(today, within.whole());
        Consultation consultation = new Consultation(
                Ids.next(),
                asked.division(),
                body.creditCode(),
                body.name(),
                body.level(),
                asked.action(),
                asked.place(),
                asked.startsOn(),
                callers.current().subject(),
                today,
                within == null ? Consultation.Stage.UNNOTIFIED : Consultation.Stage.NOTIFIED,
                answer == null ? null : answer.day(),
                answer != null && answer.provisional(),
                within == null ? null : within.reference(),
                null,
                null,
                null,
                false);
        consultations.add(consultation);
        if (consultation.stage() == Consultation.Stage.UNNOTIFIED) {
            events.append(consultation.told());
        }
        return consultation;
    }

    private void requireSubdistrict(DivisionCode code) {
        boolean isSubdistrict = territory
                .find(code)
                .filter(division -> division.level() == DivisionLevel.TOWNSHIP_LEVEL)
                .isPresent();
        if (!isSubdistrict) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of("division", "unknown-division", Map.of("value", code)));
        }
    }
}
