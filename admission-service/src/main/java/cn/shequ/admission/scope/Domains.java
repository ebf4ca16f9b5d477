package cn.shequ.admission.scope;

import static java.util.Objects.requireNonNull;

import cn.shequ.events.admission.AssistanceDomain;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sixteen domains with their names and source, in the order in which Art. 4 lists them. */
public final class Domains {

    private static final Set<String> CODES =
            Arrays.stream(AssistanceDomain.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final List<Domain> all;
    private final Map<AssistanceDomain, Domain> byCode;

    /** @param listed in the order of the article */
    Domains(Collection<Domain> listed) {
        all = List.copyOf(listed);
        byCode = all.stream().collect(Collectors.toUnmodifiableMap(Domain::code, Function.identity()));
    }

    public static boolean isDomain(String matter) {
        return CODES.contains(matter);
    }

    public List<Domain> all() {
        return all;
    }

    public Domain of(AssistanceDomain code) {
        return requireNonNull(byCode.get(code));
    }
}
