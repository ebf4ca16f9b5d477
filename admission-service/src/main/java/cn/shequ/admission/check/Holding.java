package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What was admitted of one matter for a body in a community, as it is now.
 *
 * @param tasks what ends last comes first
 * @param owed what is owed next, by placement, where something is
 */
record Holding(List<AdmittedTask> tasks, Map<UUID, AmountDue> owed) {

    /**
     * One for each subject.
     *
     * @param approvals finds what approvals state, all of them
     */
    static Map<Subject, Holding> of(
            Map<Subject, List<Placed>> placed, Function<Set<UUID>, Map<UUID, Approval>> approvals) {
        Set<UUID> applications = new HashSet<>();
        placed.values().forEach(of -> of.forEach(each -> applications.add(each.application())));
        Map<UUID, Approval> stated = applications.isEmpty() ? Map.of() : approvals.apply(applications);
        Map<Subject, Holding> holdings = HashMap.newHashMap(placed.size());
        placed.forEach((subject, of) -> holdings.put(subject, of(of, stated)));
        return holdings;
    }

    private static Holding of(List<Placed> placed, Map<UUID, Approval> approvals) {
        List<AdmittedTask> tasks = new ArrayList<>(placed.size());
        Map<UUID, AmountDue> owed = HashMap.newHashMap(placed.size());
        for (Placed each : placed) {
            tasks.add(each.with(Objects.requireNonNull(approvals.get(each.application()))));
            if (each.owed() != null) {
                owed.put(each.placement(), each.owed());
            }
        }
        return new Holding(tasks, owed);
    }
}
