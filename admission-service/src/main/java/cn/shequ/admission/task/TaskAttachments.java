package cn.shequ.admission.task;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.document.Attachment;
import cn.shequ.kit.document.Documents;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The documents of a form: a draft names them, a submission attaches them to the application for good. */
@ApplicationScoped
class TaskAttachments {

    static final String KIND = "TASK_APPLICATION";

    /** How many a form must have. */
    private static final String LEAST = "admission.attachments";

    private static final String RETENTION = "document.admission-kept";

    private final Documents documents;
    private final Rulebook rulebook;

    TaskAttachments(Documents documents, Rulebook rulebook) {
        this.documents = documents;
        this.rulebook = rulebook;
    }

    /** @throws Refusal when there are too few, or when one of them was not uploaded; then none is attached */
    void attach(TaskApplication application) {
        List<FormAttachment> named = application.form().documents();
        Rule least = rulebook.today(LEAST, application.division());
        if (named.size() < least.whole()) {
            throw Refusal.of(AdmissionProblem.TOO_FEW_ATTACHMENTS)
                    .with("required", least.whole())
                    .with("actual", named.size())
                    .under(least);
        }
        Set<String> missing = documents.attach(
                application.division(),
                named.stream()
                        .map(each -> new Attachment(KIND, application.id(), application.division(), each.document()))
                        .toList(),
                RETENTION);
        if (!missing.isEmpty()) {
            throw Refusal.of(AdmissionProblem.ATTACHMENT_NOT_UPLOADED)
                    .with("missing", List.copyOf(missing))
                    .with("division", application.division());
        }
    }
}
