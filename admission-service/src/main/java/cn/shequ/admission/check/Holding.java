package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was admitted for a body in a community, as it is now.
 *
 * @param tasks what ends last comes first
 * @param owed what is owed next, by placement, where something is
 */
record Holding(List<AdmittedTask> tasks, Map<UUID, AmountDue> owed) {

    List<AdmittedTask> of(String matter) {
        return tasks.stream().filter(task -> task.matter().equals(matter)).toList();
    }
}
