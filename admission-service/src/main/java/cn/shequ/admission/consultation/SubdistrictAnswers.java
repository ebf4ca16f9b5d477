package cn.shequ.admission.consultation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Contradictions;
import cn.shequ.admission.Counterpart;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.paging.Page;
import cn.shequ.kit.paging.PageRequest;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The subdistrict office sees what is started in its territory and answers, late or in time (Art. 2). */
@ApplicationScoped
class SubdistrictAnswers {

    private final Consultations consultations;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    SubdistrictAnswers(Consultations consultations, Jurisdiction jurisdiction, Callers callers, Clock clock) {
        this.consultations = consultations;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    Consultation answer(UUID id, ConsultationAnswer answer) {
        LocalDate today = LocalDate.now(clock);
        Consultation present = consultations.lock(id, today).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(Reach.of(present.division()));
        Contradictions.refuse(answer.findings());
        if (present.stage() != Consultation.Stage.NOTIFIED) {
            throw Refusal.of(AdmissionProblem.CONSULTATION_ENDED).with("stage", present.stage());
        }
        if (present.recordedBy().equals(callers.current().subject())) {
            throw Refusal.of(AdmissionProblem.ALREADY_ACTED).with("capacity", Counterpart.RESPONDENT);
        }
        consultations.answer(id, answer, callers.current().subject(), today);
        return consultations.find(id, today).orElseThrow();
    }

    Consultation seen(UUID id) {
        Consultation consultation =
                consultations.find(id, LocalDate.now(clock)).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        CreditCode body = consultation.actingBody();
        jurisdiction.requireSee(Reach.of(consultation.division()).ownedBy(body == null ? "" : body.value()));
        return consultation;
    }

    /** Of the caller's territory, of a department's officer only its own. */
    Page<Consultation> list(
            @Nullable DivisionCode division,
            Consultation.@Nullable Stage stage,
            @Nullable Boolean overdue,
            PageRequest request) {
        return consultations.list(
                division, stage, overdue, callers.current().onlyDepartment(), jurisdiction.bindings(), request);
    }
}
