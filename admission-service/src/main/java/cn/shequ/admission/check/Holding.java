package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What was admitted of one matter for a body in a community, as it is now.
 *
 * @param tasks what ends last comes first
 * @param owed what is owed next, by placement, where something is
 */
record Holding(List<AdmittedTask> tasks, Map<UUID, AmountDue> owed) {

    static final Holding NOTHING = new Holding(List.of(), Map.of());

    /** What is owed next for those where money stands in the way on a day. */
    List<AmountDue> due(LocalDate on) {
        List<AmountDue> due = new ArrayList<>();
        for (AdmittedTask task : tasks) {
            AmountDue next = owed.get(task.placement());
            if (next != null && task.standing(on) == ReasonCode.FUNDS_NOT_PAID) {
                due.add(next);
            }
        }
        return due;
    }

    /** @param approval finds what the approval of an application states */
    static Holding of(List<Placed> placed, Function<UUID, Approval> approval) {
        List<AdmittedTask> tasks = new ArrayList<>(placed.size());
        Map<UUID, AmountDue> owed = HashMap.newHashMap(placed.size());
        for (Placed each : placed) {
            tasks.add(each.with(approval.apply(each.application())));
            if (each.owed() != null) {
                owed.put(each.placement(), each.owed());
            }
        }
        return new Holding(tasks, owed);
    }
}
