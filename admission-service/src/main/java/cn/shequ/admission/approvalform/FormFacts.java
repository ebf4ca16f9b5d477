package cn.shequ.admission.approvalform;

import cn.shequ.admission.department.Department;
import cn.shequ.admission.task.ApplicationForm;
import cn.shequ.admission.task.Submission;
import cn.shequ.admission.task.TaskApplication;
import cn.shequ.admission.task.TaskFile;
import cn.shequ.kit.division.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a form is filled in with.
 *
 * @param department as it was called on the day of submission, as the payer was
 * @param domain its name; null where the task stands on exceptional grounds
 * @param names of the divisions that it names, as they were called on that day
 * @param zone in which a moment has its date
 */
record FormFacts(
        TaskFile file,
        Department department,
        Department payer,
        @Nullable String domain,
        Map<DivisionCode, String> names,
        ZoneId zone) {

    TaskApplication application() {
        return file.application();
    }

    ApplicationForm form() {
        return application().form();
    }

    Submission submission() {
        return Objects.requireNonNull(application().submission());
    }

    FormFunding funding() {
        return FormFunding.of(form().rows(), file.communities());
    }

    String name(DivisionCode division) {
        return names.getOrDefault(division, division.value());
    }

    LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
