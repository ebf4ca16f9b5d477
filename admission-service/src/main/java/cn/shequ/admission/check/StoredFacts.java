package cn.shequ.admission.check;

import cn.shequ.admission.duty.OfficeDuties;
import cn.shequ.admission.duty.OfficeDuty;
import cn.shequ.admission.duty.StatutoryDuties;
import cn.shequ.admission.duty.StatutoryDuty;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.memory.Sharing;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Facts as they are in the database, in a few queries, however many are asked for. */
@ApplicationScoped
@Typed(StoredFacts.class)
class StoredFacts implements FactSource {

    /** Of so many communities everything is read at once: some five thousand rows, each with the texts of its approval. */
    private static final int COMMUNITIES_AT_ONCE = 25;

    private final AdmittedTasks admitted;
    private final StatutoryDuties duties;
    private final OfficeDuties officeDuties;
    private final Territory territory;
    private final Sharing sharing = new Sharing();

    StoredFacts(AdmittedTasks admitted, StatutoryDuties duties, OfficeDuties officeDuties, Territory territory) {
        this.admitted = admitted;
        this.duties = duties;
        this.officeDuties = officeDuties;
        this.territory = territory;
    }

    @Override
    public Map<Subject, List<AdmittedTask>> now(Set<Subject> subjects) {
        return admitted.now(subjects);
    }

    /** Everything that was admitted in each community, for memories. */
    Map<DivisionCode, CommunityHoldings> communities(Set<DivisionCode> communities) {
        List<DivisionCode> asked = List.copyOf(communities);
        Map<DivisionCode, CommunityHoldings> found = new HashMap<>();
        for (int from = 0; from < asked.size(); from += COMMUNITIES_AT_ONCE) {
            admitted.nowIn(asked.subList(from, Math.min(asked.size(), from + COMMUNITIES_AT_ONCE)))
                    .forEach((community, tasks) -> found.put(community, new CommunityHoldings(tasks, sharing)));
        }
        return found;
    }

    @Override
    public Map<Question, List<AdmittedTask>> then(List<Question> questions) {
        return admitted.then(questions);
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
