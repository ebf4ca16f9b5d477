package cn.shequ.admission.approvalform;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.admission.placement.Placements;
import cn.shequ.admission.task.TaskApplication;
import cn.shequ.admission.task.TaskApplications;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Checks a print by its code. */
@ApplicationScoped
class FormVerifications {

    private final FormPrints prints;
    private final TaskApplications applications;
    private final Placements placements;
    private final Clock clock;

    FormVerifications(FormPrints prints, TaskApplications applications, Placements placements, Clock clock) {
        this.prints = prints;
        this.applications = applications;
        this.placements = placements;
        this.clock = clock;
    }

    /** @throws Refusal when the code is mistyped, or on no print */
    FormVerification of(String typed) {
        VerificationCode code = VerificationCode.typed(typed)
                .orElseThrow(() -> Refusal.of(AdmissionProblem.VERIFICATION_CODE_MISTYPED));
        FormPrint print = prints.find(code).orElseThrow(() -> Refusal.of(AdmissionProblem.VERIFICATION_CODE_UNKNOWN));
        TaskApplication present = applications.find(print.applicationId()).orElseThrow();
        Map<PlacementStage, Integer> today = placements.count(present.id(), LocalDate.now(clock));
        FormStanding standing = FormStanding.of(print.version(), present.version(), today);
        return FormVerification.of(print, standing, present.stage(), today);
    }
}
