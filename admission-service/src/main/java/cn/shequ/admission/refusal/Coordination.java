package cn.shequ.admission.refusal;

import cn.shequ.kit.division.DivisionCode;
import java.util.List;

/**
 * Who coordinates a refusal (Art. 4 names the district's leading-group office): the lowest leading group, from the
 * district up, that covers both the community and the body that demanded.
 */
final class Coordination {

    private Coordination() {}

    /**
     * A division that the community lies in.
     *
     * @param hasGroup whether it has a leading group
     * @param coversBody whether the demanding body is of this division or of one below it
     */
    record Candidate(DivisionCode division, boolean hasGroup, boolean coversBody) {}

    /** @param upwards the district first, then the city */
    static DivisionCode of(List<Candidate> upwards) {
        return upwards.stream()
                .filter(candidate -> candidate.hasGroup() && candidate.coversBody())
                .findFirst()
                .or(() -> upwards.stream().filter(Candidate::coversBody).findFirst())
                .orElseGet(upwards::getLast)
                .division();
    }
}
