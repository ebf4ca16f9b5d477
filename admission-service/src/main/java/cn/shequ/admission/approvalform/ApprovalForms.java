package cn.shequ.admission.approvalform;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Department;
import cn.shequ.admission.department.Departments;
import cn.shequ.admission.department.Renamings;
import cn.shequ.admission.scope.Domains;
import cn.shequ.admission.task.Submission;
import cn.shequ.admission.task.TaskApplication;
import cn.shequ.admission.task.TaskFile;
import cn.shequ.admission.task.TaskFiles;
import cn.shequ.admission.task.TaskStage;
import cn.shequ.events.admission.AssistanceDomain;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Fills in the form of an application, keeps what it says under a code, and prints it. */
@ApplicationScoped
class ApprovalForms {

    /** What is still written has nothing to approve, and what was withdrawn nothing any more. */
    private static final Set<TaskStage> NOT_PRINTED = Set.of(TaskStage.DRAFT, TaskStage.WITHDRAWN);

    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final TaskFiles files;
    private final Departments departments;
    private final Domains domains;
    private final Renamings renamings;
    private final Territory territory;
    private final FormPrints prints;
    private final FormPrinter printer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApprovalForms(
            TaskFiles files,
            Departments departments,
            Domains domains,
            Renamings renamings,
            Territory territory,
            FormPrints prints,
            FormPrinter printer,
            Clock clock) {
        this.files = files;
        this.departments = departments;
        this.domains = domains;
        this.renamings = renamings;
        this.territory = territory;
        this.prints = prints;
        this.printer = printer;
        this.clock = clock;
    }

    /** A form that is filled in, and the digest of its words. */
    record Filled(FormFacts facts, FormSheet sheet, String digest) {}

    /** @throws Refusal when the caller may not see the application, or when there is no form of it to print */
    Filled fill(UUID id) {
        TaskApplication application = files.seen(id);
        if (NOT_PRINTED.contains(application.stage())) {
            throw Refusal.of(AdmissionProblem.NO_FORM_TO_PRINT).with("stage", application.stage());
        }
        FormFacts facts = facts(files.of(application));
        FormSheet sheet = ApprovalForm.of(facts);
        return new Filled(facts, sheet, sheet.digest());
    }

    /**
     * The form as PDF. The same content has the same code, whoever prints it and how often.
     *
     * @throws Refusal when somebody acted on the application meanwhile
     */
    byte[] print(Filled form) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        VerificationCode code = prints.keep(
                        FormPrint.of(form.facts(), form.digest(), VerificationCode.drawn(random), now))
                .orElseThrow(() -> Refusal.of(HttpProblem.BUSY).retryAfter(SHORTLY));
        return printer.print(form.sheet(), code, now.atZone(clock.getZone()));
    }

    private FormFacts facts(TaskFile file) {
        TaskApplication application = file.application();
        AssistanceDomain domain = application.form().domain();
        LocalDate submittedOn = Objects.requireNonNull(application.submission()).submittedOn();
        return new FormFacts(
                file,
                named(application.department(), submittedOn),
                named(Objects.requireNonNull(application.form().payer()), submittedOn),
                domain == null ? null : domains.of(domain).nameZh(),
                names(application),
                clock.getZone());
    }

    private Department named(CreditCode body, LocalDate submittedOn) {
        return renamings.asCalledOn(submittedOn, departments.find(body).orElseThrow());
    }

    /** All communities that are asked for lie in the applicant's division: one query however many they are. */
    private Map<DivisionCode, String> names(TaskApplication application) {
        Submission submission = Objects.requireNonNull(application.submission());
        LocalDate day = submission.submittedOn();
        Map<DivisionCode, String> names = new HashMap<>();
        for (Division community : territory.within(application.division(), DivisionLevel.COMMUNITY, day)) {
            names.put(community.code(), community.name());
        }
        for (DivisionCode division : List.of(application.division(), submission.decidedBy())) {
            territory.find(division, day).ifPresent(found -> names.put(division, found.name()));
        }
        return names;
    }
}
