package cn.shequ.admission.check;

import cn.shequ.kit.territory.Territory;
import java.util.Map;
import java.util.Set;

/** What answers about the present rest on. Dates are in it as they are recorded, and compared at the moment of asking. */
interface Facts {

    /** One for each pair. */
    Map<Pair, Holding> holdings(Set<Pair> pairs);

    /** Some for each code. */
    Map<String, Duties> duties(Set<String> matters);

    /** For each code whether it is a division on its day. */
    Map<Territory.CodeOnDay, Boolean> known(Set<Territory.CodeOnDay> codes);
}
