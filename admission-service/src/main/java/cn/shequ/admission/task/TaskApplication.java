package cn.shequ.admission.task;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.groupvote.DecidedBecause;
import cn.shequ.admission.groupvote.Matter;
import cn.shequ.admission.placement.SignedTask;
import cn.shequ.events.admission.TaskReviewOverdue;
import cn.shequ.events.admission.TaskSubmitted;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department's application to hand a task to communities (Art. 5).
 *
 * @param division of the department
 * @param round how often it was submitted or passed up; votes belong to a round
 */
public record TaskApplication(
        UUID id,
        CreditCode department,
        DivisionCode division,
        TaskStage stage,
        int version,
        int round,
        ApplicationForm form,
        @Nullable Submission submission,
        @Nullable LocalDate signedOn) {

    public @Nullable LocalDate submittedOn() {
        return submission == null ? null : submission.submittedOn();
    }

    /** The last day for the group. */
    public @Nullable LocalDate reviewBy() {
        return submission == null ? null : submission.reviewBy();
    }

    public boolean reviewProvisional() {
        return submission != null && submission.reviewProvisional();
    }

    public @Nullable String reviewRule() {
        return submission == null ? null : submission.reviewRule();
    }

    /** The last day for its principal leader. */
    public @Nullable LocalDate leaderBy() {
        return submission == null ? null : submission.leaderBy();
    }

    public boolean leaderProvisional() {
        return submission != null && submission.leaderProvisional();
    }

    public @Nullable String leaderRule() {
        return submission == null ? null : submission.leaderRule();
    }

    /** Whose leading group decides; known once it was submitted. */
    public @Nullable DivisionCode decidedBy() {
        return submission == null ? null : submission.decidedBy();
    }

    public @Nullable DecidedBecause decidedBecause() {
        return submission == null ? null : submission.decidedBecause();
    }

    /** The division whose leading group acts on it; before it was submitted, the own one. */
    DivisionCode group() {
        return submission == null ? division : submission.decidedBy();
    }

    /** When it was submitted and to whom, while the group has it and is not done with it. */
    Optional<Submission> waiting() {
        return Optional.ofNullable(submission)
                .filter(present -> stage.after(TaskCommand.PASS_UP).isPresent());
    }

    /** As the group decides on it. */
    Matter matter() {
        return inGroupOf(group());
    }

    /** As it comes to the group of its own level, for the first time or again. */
    Matter submittedMatter() {
        return inGroupOf(division);
    }

    private Matter inGroupOf(DivisionCode deciding) {
        return new Matter(Matter.Kind.TASK, id, round, deciding, Set.of(department));
    }

    /** @throws Refusal when the command is not allowed at this stage */
    public TaskStage after(TaskCommand command) {
        return stage.after(command).orElseThrow(() -> Refusal.of(AdmissionProblem.STAGE_FORBIDS)
                .with("stage", stage)
                .with("command", command));
    }

    /** The application after the command. */
    public TaskApplication taking(TaskCommand command) {
        return new TaskApplication(
                id, department, division, after(command), version + 1, round, form, submission, signedOn);
    }

    TaskApplication editedTo(ApplicationForm next) {
        TaskApplication edited = taking(TaskCommand.EDIT);
        return new TaskApplication(
                id, department, division, edited.stage, edited.version, round, next, submission, signedOn);
    }

    TaskApplication submitted(Submission now) {
        return inNextRound(TaskCommand.SUBMIT, now);
    }

    /** Another group begins anew with it. */
    TaskApplication passedUp(Submission now) {
        return inNextRound(TaskCommand.PASS_UP, now);
    }

    /** The same group decides, for another reason than before. */
    TaskApplication decidedBecause(DecidedBecause because) {
        Submission present = Objects.requireNonNull(submission);
        return new TaskApplication(
                id, department, division, stage, version, round, form, present.because(because), signedOn);
    }

    private TaskApplication inNextRound(TaskCommand command, Submission now) {
        TaskApplication next = taking(command);
        return new TaskApplication(id, department, division, next.stage, next.version, round + 1, form, now, signedOn);
    }

    /** @throws Refusal when its last day has passed before it was signed (Art. 5) */
    TaskApplication signed(LocalDate day) {
        TaskApplication next = taking(TaskCommand.SIGN);
        requireTimeLeft(day);
        return new TaskApplication(id, department, division, next.stage, next.version, round, form, submission, day);
    }

    void requireTimeLeft(LocalDate day) {
        if (form.validTo() != null && form.validTo().isBefore(day)) {
            throw Refusal.of(AdmissionProblem.VALIDITY_OVER)
                    .with("validTo", form.validTo())
                    .with("today", day);
        }
    }

    /** Who submits has filled in everything, so nothing is missing here. */
    SignedTask task(CreditCode holder, Collection<DivisionCode> communities) {
        return new SignedTask(
                id,
                holder,
                division,
                form.domain(),
                Objects.requireNonNull(form.payer()),
                Objects.requireNonNull(form.validFrom()),
                Objects.requireNonNull(form.validTo()),
                Objects.requireNonNull(signedOn),
                form.costs(communities));
    }

    TaskReviewOverdue told(Escalation escalation) {
        Submission present = Objects.requireNonNull(submission);
        return new TaskReviewOverdue(
                id.toString(),
                department.value(),
                division.value(),
                present.decidedBy().value(),
                present.reviewBy(),
                escalation.escalatedTo().name(),
                escalation.before().value(),
                escalation.escalatedOn());
    }

    List<TaskSubmitted> told(List<List<String>> parts) {
        List<TaskSubmitted> told = new ArrayList<>();
        for (List<String> communities : parts) {
            told.add(new TaskSubmitted(
                    id.toString(),
                    department.value(),
                    division.value(),
                    form.domain() == null ? null : form.domain().name(),
                    Objects.requireNonNull(form.validFrom()),
                    Objects.requireNonNull(form.validTo()),
                    Objects.requireNonNull(submittedOn()),
                    told.size() + 1,
                    parts.size(),
                    communities));
        }
        return told;
    }
}
