package cn.shequ.admission.check;

import cn.shequ.admission.duty.OfficeDuties;
import cn.shequ.admission.duty.OfficeDuty;
import cn.shequ.admission.duty.StatutoryDuties;
import cn.shequ.admission.duty.StatutoryDuty;
import cn.shequ.admission.placement.AmountDue;
import cn.shequ.admission.placement.Placements;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Facts as they are in the database, in a few queries, however many are asked for. */
@ApplicationScoped
@Typed(StoredFacts.class)
class StoredFacts implements Facts {

    private final AdmittedTasks admitted;
    private final Placements placements;
    private final StatutoryDuties duties;
    private final OfficeDuties officeDuties;
    private final Territory territory;

    StoredFacts(
            AdmittedTasks admitted,
            Placements placements,
            StatutoryDuties duties,
            OfficeDuties officeDuties,
            Territory territory) {
        this.admitted = admitted;
        this.placements = placements;
        this.duties = duties;
        this.officeDuties = officeDuties;
        this.territory = territory;
    }

    @Override
    public Map<Pair, Holding> holdings(Set<Pair> pairs) {
        Map<Pair, List<AdmittedTask>> tasks = admitted.now(pairs);
        Map<UUID, AmountDue> owed = owed(tasks.values());
        return pairs.stream()
                .collect(Collectors.toMap(
                        Function.identity(), pair -> holding(tasks.getOrDefault(pair, List.of()), owed)));
    }

    private Map<UUID, AmountDue> owed(Collection<List<AdmittedTask>> tasks) {
        List<UUID> owing = tasks.stream()
                .flatMap(List::stream)
                .filter(AdmittedTask::mayOwe)
                .map(AdmittedTask::placement)
                .toList();
        return owing.isEmpty()
                ? Map.of()
                : placements.owed(owing).stream().collect(Collectors.toMap(AmountDue::placement, Function.identity()));
    }

    private static Holding holding(List<AdmittedTask> tasks, Map<UUID, AmountDue> owed) {
        return new Holding(
                List.copyOf(tasks),
                tasks.stream()
                        .map(task -> owed.get(task.placement()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableMap(AmountDue::placement, Function.identity())));
    }

    @Override
    public Map<String, Duties> duties(Set<String> matters) {
        Map<String, StatutoryDuty> byLaw = duties.find(matters);
        Map<String, OfficeDuty> ofOffices = officeDuties.find(matters);
        return matters.stream()
                .collect(Collectors.toMap(
                        Function.identity(), matter -> new Duties(byLaw.get(matter), ofOffices.get(matter))));
    }

    @Override
    public Map<Territory.CodeOnDay, Boolean> known(Set<Territory.CodeOnDay> codes) {
        Set<Territory.CodeOnDay> known = territory.knownOn(codes);
        return codes.stream().collect(Collectors.toMap(Function.identity(), known::contains));
    }
}
