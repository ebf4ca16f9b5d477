package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.memory.Memories;
import cn.shequ.kit.memory.Memory;
import cn.shequ.kit.territory.Territory.CodeOnDay;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The same facts without asking the database for what it was asked before, as long as nothing of it was changed. Of a
 * community that is asked about, everything that was admitted there is remembered.
 */
@Singleton
class RememberedFacts implements FactSource {

    private static final int DUTIES_WEIGHT = 1_000;

    private final StoredFacts stored;
    private final Memory<DivisionCode, CommunityHoldings> communities;
    private final Memory<String, Duties> duties;
    private final Memory<CodeOnDay, Boolean> known;
    private final Facts atHand = new AtHand();

    /** @param percent how much of the largest heap the memory of placements may take; both others together take a quarter of that */
    RememberedFacts(
            StoredFacts stored,
            Memories memories,
            @ConfigProperty(name = "shequ.admission.remembered", defaultValue = "33") int percent) {
        long most = Memories.ofHeap(percent);
        this.stored = stored;
        this.communities = memories.of(most, CommunityHoldings::weight, DivisionCode::value);
        this.duties = memories.of(most / 8, nothing -> DUTIES_WEIGHT, Function.identity());
        this.known = memories.of(most / 8, nothing -> 0, asked -> asked.code().value());
    }

    /** What may not be kept is not worth reading whole communities for. */
    @Override
    public Map<Subject, List<AdmittedTask>> now(Set<Subject> subjects) {
        Set<DivisionCode> wanted = subjects.stream().map(Subject::community).collect(Collectors.toSet());
        return communities
                .allThatMayBeKept(wanted, stored::communities)
                .map(found -> now(subjects, found))
                .orElseGet(() -> stored.now(subjects));
    }

    private static Map<Subject, List<AdmittedTask>> now(
            Set<Subject> subjects, Map<DivisionCode, CommunityHoldings> communities) {
        Map<Subject, List<AdmittedTask>> admitted = HashMap.newHashMap(subjects.size());
        for (Subject subject : subjects) {
            CommunityHoldings community = Objects.requireNonNull(communities.get(subject.community()));
            admitted.put(subject, community.of(subject.department(), subject.matter()));
        }
        return admitted;
    }

    @Override
    public Map<String, Duties> duties(Set<String> matters) {
        return duties.all(matters, stored::duties);
    }

    @Override
    public Map<CodeOnDay, Boolean> known(Set<CodeOnDay> codes) {
        return known.all(codes, stored::known);
    }

    @Override
    public Map<Question, List<AdmittedTask>> then(List<Question> questions) {
        return stored.then(questions);
    }

    @Override
    public Facts atHand() {
        return atHand;
    }

    /** Reads nothing. */
    private final class AtHand implements Facts {

        @Override
        public List<AdmittedTask> now(Subject subject) {
            return remembered(communities, subject.community()).of(subject.department(), subject.matter());
        }

        @Override
        public Duties duties(String matter) {
            return remembered(duties, matter);
        }

        @Override
        public boolean isKnown(CodeOnDay code) {
            return remembered(known, code);
        }

        @Override
        public List<AdmittedTask> then(Question question) {
            throw new NotRemembered();
        }

        private static <K, V> V remembered(Memory<K, V> memory, K key) {
            return memory.of(key).orElseThrow(NotRemembered::new);
        }
    }
}
