package cn.shequ.admission.task;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Contradictions;
import cn.shequ.admission.department.Department;
import cn.shequ.admission.department.Departments;
import cn.shequ.admission.department.OwnDepartment;
import cn.shequ.admission.groupvote.DecidingLevel;
import cn.shequ.events.Parts;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the applying department does: writes the form, submits it, withdraws it. */
@ApplicationScoped
class ApplicantDesk {

    private final TaskApplications applications;
    private final TaskAccess access;
    private final TaskHistory history;
    private final RequestedArea area;
    private final TaskAttachments attachments;
    private final Submissions submissions;
    private final DecidingLevel levels;
    private final Departments departments;
    private final OwnDepartment ownDepartment;
    private final Jurisdiction jurisdiction;
    private final EventLog events;
    private final Clock clock;

    ApplicantDesk(
            TaskApplications applications,
            TaskAccess access,
            TaskHistory history,
            RequestedArea area,
            TaskAttachments attachments,
            Submissions submissions,
            DecidingLevel levels,
            Departments departments,
            OwnDepartment ownDepartment,
            Jurisdiction jurisdiction,
            EventLog events,
            Clock clock) {
        this.applications = applications;
        this.access = access;
        this.history = history;
        this.area = area;
        this.attachments = attachments;
        this.submissions = submissions;
        this.levels = levels;
        this.departments = departments;
        this.ownDepartment = ownDepartment;
        this.jurisdiction = jurisdiction;
        this.events = events;
        this.clock = clock;
    }

    TaskApplication draft(ApplicationForm form) {
        Department department = ownDepartment.require();
        jurisdiction.requireAct(
                Reach.of(department.division()).ownedBy(department.creditCode().value()));
        Contradictions.refuse(FormRules.ofDraft(form));
        TaskApplication application = new TaskApplication(
                Ids.next(), department.creditCode(), department.division(), TaskStage.DRAFT, 1, 0, form, null, null);
        requireRenewable(application);
        applications.add(application);
        history.take(application, TaskCommand.EDIT, null);
        return application;
    }

    TaskApplication edit(UUID id, @Nullable String ifMatch, ApplicationForm form) {
        TaskApplication present = access.lockedByApplicant(id);
        Version.require(ifMatch, present.version());
        Contradictions.refuse(FormRules.ofDraft(form));
        TaskApplication edited = present.editedTo(form);
        requireRenewable(edited);
        applications.putForm(edited);
        history.take(edited, TaskCommand.EDIT, null);
        return edited;
    }

    TaskApplication submit(UUID id) {
        TaskApplication present = access.lockedByApplicant(id);
        present.after(TaskCommand.SUBMIT);
        List<DivisionCode> communities =
                area.communities(present.division(), present.form().asked());
        requireComplete(FormRules.ofSubmission(present.form(), communities));
        present.requireTimeLeft(LocalDate.now(clock));
        requireRegistered(present.form().payer());
        requireRenewable(present);
        attachments.attach(present);
        TaskApplication submitted = present.submitted(submissions.today(levels.beginning(present.submittedMatter())));
        applications.putCommunities(id, communities);
        applications.advance(submitted);
        history.take(submitted, TaskCommand.SUBMIT, null);
        events.append(submitted.told(
                Parts.split(communities.stream().map(DivisionCode::value).toList())));
        return submitted;
    }

    TaskApplication withdraw(UUID id, String reason) {
        TaskApplication withdrawn = access.lockedByApplicant(id).taking(TaskCommand.WITHDRAW);
        applications.advance(withdrawn);
        history.take(withdrawn, TaskCommand.WITHDRAW, reason);
        return withdrawn;
    }

    /** A renewal follows a signed task of the same body, or of one whose place it took, in the same domain (Art. 5). */
    private void requireRenewable(TaskApplication application) {
        UUID renewed = application.form().renews();
        if (renewed != null
                && applications
                        .find(renewed)
                        .filter(former -> renews(application, former))
                        .isEmpty()) {
            throw Refusal.of(AdmissionProblem.NOTHING_TO_RENEW).with("application", renewed);
        }
    }

    private boolean renews(TaskApplication application, TaskApplication former) {
        return former.stage() == TaskStage.SIGNED
                && former.form().domain() == application.form().domain()
                && departments.holder(former.department()).equals(application.department());
    }

    private void requireRegistered(@Nullable CreditCode code) {
        if (code == null) {
            throw Refusal.of(AdmissionProblem.FORM_INCOMPLETE).at(FieldError.of("payer", "required"));
        }
        departments.requireInExistence(code);
    }

    private static void requireComplete(List<FieldError> findings) {
        if (!findings.isEmpty()) {
            Refusal incomplete = Refusal.of(AdmissionProblem.FORM_INCOMPLETE);
            findings.forEach(incomplete::at);
            throw incomplete;
        }
    }
}
