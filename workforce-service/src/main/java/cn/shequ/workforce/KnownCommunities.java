package cn.shequ.workforce;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Whether a request names a community that there is. */
@ApplicationScoped
public class KnownCommunities {

    private final Territory territory;

    KnownCommunities(Territory territory) {
        this.territory = territory;
    }

    /**
     * @param otherLevel the refusal of a division that is no community
     * @throws Refusal that one, or {@link HttpProblem#INVALID_REQUEST} at the field {@code community} for no division at all
     */
    public void require(DivisionCode code, WorkforceProblem otherLevel) {
        Division division = territory.find(code).orElseThrow(() -> Refusal.of(HttpProblem.INVALID_REQUEST)
                .at(FieldError.of("community", "unknown-division", Map.of("value", code))));
        if (division.level() != DivisionLevel.COMMUNITY) {
            throw Refusal.of(otherLevel)
                    .with("division", code)
                    .with("required", DivisionLevel.COMMUNITY)
                    .with("actual", division.level());
        }
    }
}
