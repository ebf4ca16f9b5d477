package cn.shequ.admission.task;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.department.Departments;
import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.leadinggroup.LeadingGroup;
import cn.shequ.admission.placement.PlacementLife;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** What the leading group does: its office accepts or returns, its principal leader signs or does not (Art. 5). */
@ApplicationScoped
class GroupDesk {

    private final TaskApplications applications;
    private final TaskAccess access;
    private final TaskHistory history;
    private final Departments departments;
    private final PlacementLife placements;
    private final Callers callers;
    private final Clock clock;

    GroupDesk(
            TaskApplications applications,
            TaskAccess access,
            TaskHistory history,
            Departments departments,
            PlacementLife placements,
            Callers callers,
            Clock clock) {
        this.applications = applications;
        this.access = access;
        this.history = history;
        this.departments = departments;
        this.placements = placements;
        this.callers = callers;
        this.clock = clock;
    }

    TaskApplication accept(UUID id) {
        TaskApplication accepted = access.lockedByGroup(id).taking(TaskCommand.ACCEPT);
        applications.advance(accepted);
        history.take(accepted, TaskCommand.ACCEPT, null);
        return accepted;
    }

    TaskApplication giveBack(UUID id, String reason) {
        TaskApplication returned = access.lockedByGroup(id).taking(TaskCommand.RETURN);
        applications.advance(returned);
        history.take(returned, TaskCommand.RETURN, reason);
        return returned;
    }

    /** From here on the task may enter each community as soon as its funds are paid. */
    TaskApplication sign(UUID id) {
        TaskApplication present = access.lockedByGroup(id);
        Capacity capacity = signer(present);
        TaskApplication signed = present.signed(LocalDate.now(clock));
        applications.advance(signed);
        history.take(signed, TaskCommand.SIGN, capacity, null);
        placements.begin(signed.task(departments.holder(signed.department()), applications.communities(id)));
        return signed;
    }

    TaskApplication refuseSignature(UUID id, String reason) {
        TaskApplication present = access.lockedByGroup(id);
        Capacity capacity = signer(present);
        TaskApplication refused = present.taking(TaskCommand.REFUSE_SIGNATURE);
        applications.advance(refused);
        history.take(refused, TaskCommand.REFUSE_SIGNATURE, capacity, reason);
        return refused;
    }

    /** In what capacity the caller signs. */
    private Capacity signer(TaskApplication application) {
        LeadingGroup group = access.group(application);
        return Capacity.leading(group, callers.current().subject(), LocalDate.now(clock))
                .orElseThrow(() ->
                        Refusal.of(AdmissionProblem.NOT_THE_PRINCIPAL_LEADER).with("group", group.id()));
    }
}
