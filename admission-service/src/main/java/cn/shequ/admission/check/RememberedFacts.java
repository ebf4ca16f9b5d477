package cn.shequ.admission.check;

import cn.shequ.kit.memory.Memories;
import cn.shequ.kit.memory.Memory;
import cn.shequ.kit.territory.Territory.CodeOnDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The same facts without asking the database for what it was asked before, as long as nothing of it was changed. */
@ApplicationScoped
class RememberedFacts implements Facts {

    private final Facts stored;
    private final Memory<Pair, Holding> holdings;
    private final Memory<String, Duties> duties;
    private final Memory<CodeOnDay, Boolean> known;

    /** @param most so many placements, bodies in communities, codes and days are remembered, of each kind */
    RememberedFacts(
            StoredFacts stored,
            Memories memories,
            @ConfigProperty(name = "shequ.admission.remembered", defaultValue = "250000") long most) {
        this.stored = stored;
        this.holdings = memories.of(most, holding -> holding.tasks().size(), pair -> pair.community()
                .value());
        this.duties = memories.of(most / 10, nothing -> 0, Function.identity());
        this.known = memories.of(most / 10, nothing -> 0, asked -> asked.code().value());
    }

    @Override
    public Map<Pair, Holding> holdings(Set<Pair> pairs) {
        return holdings.all(pairs, stored::holdings);
    }

    @Override
    public Map<String, Duties> duties(Set<String> matters) {
        return duties.all(matters, stored::duties);
    }

    @Override
    public Map<CodeOnDay, Boolean> known(Set<CodeOnDay> codes) {
        return known.all(codes, stored::known);
    }
}
