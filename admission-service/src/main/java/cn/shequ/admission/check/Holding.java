package cn.shequ.admission.check;

import cn.shequ.admission.placement.AmountDue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        Set<UUID> applications = placed.values().stream()
                .flatMap(List::stream)
                .map(Placed::application)
                .collect(Collectors.toSet());
        Map<UUID, Approval> stated = applications.isEmpty() ? Map.of() : approvals.apply(applications);
        return placed.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue(), stated)));
    }

    private static Holding of(List<Placed> placed, Map<UUID, Approval> approvals) {
        return new Holding(
                placed.stream()
                        .map(each -> each.with(Objects.requireNonNull(approvals.get(each.application()))))
                        .toList(),
                placed.stream()
                        .map(Placed::owed)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableMap(AmountDue::placement, Function.identity())));
    }
}
