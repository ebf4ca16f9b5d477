package cn.shequ.admission.task;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Turns what was asked for into communities, all of them inside the applicant's division (Art. 4: tiered). */
@ApplicationScoped
class RequestedArea {

    /** A bound of the product: several times the communities of a large city. */
    static final int MOST_COMMUNITIES = 5_000;

    private final Territory territory;
    private final Clock clock;

    RequestedArea(Territory territory, Clock clock) {
        this.territory = territory;
        this.clock = clock;
    }

    List<DivisionCode> communities(DivisionCode applicants, List<DivisionCode> asked) {
        requireKnown(asked);
        requireInside(applicants, asked);
        TreeSet<DivisionCode> communities = new TreeSet<>();
        LocalDate today = LocalDate.now(clock);
        for (DivisionCode division : asked) {
            territory.within(division, DivisionLevel.COMMUNITY, today).stream()
                    .map(Division::code)
                    .forEach(communities::add);
        }
        if (communities.size() > MOST_COMMUNITIES) {
            throw Refusal.of(AdmissionProblem.TOO_MANY_COMMUNITIES)
                    .with("required", MOST_COMMUNITIES)
                    .with("actual", communities.size());
        }
        return List.copyOf(communities);
    }

    private void requireKnown(List<DivisionCode> asked) {
        Refusal incomplete = Refusal.of(AdmissionProblem.FORM_INCOMPLETE);
        for (int i = 0; i < asked.size(); i++) {
            if (territory.find(asked.get(i)).isEmpty()) {
                incomplete.at(
                        FieldError.of("communities[" + i + "]", "unknown-division", Map.of("value", asked.get(i))));
            }
        }
        if (!incomplete.errors().isEmpty()) {
            throw incomplete;
        }
    }

    private void requireInside(DivisionCode applicants, List<DivisionCode> asked) {
        List<DivisionCode> outside = asked.stream()
                .filter(division -> !territory.isWithin(division, applicants))
                .toList();
        if (!outside.isEmpty()) {
            throw Refusal.of(AdmissionProblem.AREA_OUTSIDE_DIVISION)
                    .with("required", applicants)
                    .with("actual", outside);
        }
    }
}
