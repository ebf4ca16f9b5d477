package cn.shequ.admission;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
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

    /** @throws Refusal {@link HttpProblem#INVALID_REQUEST} at the field {@code community} */
    public void require(DivisionCode code) {
        boolean isCommunity = territory
                .find(code)
                .filter(division -> division.level() == DivisionLevel.COMMUNITY)
                .isPresent();
        if (!isCommunity) {
            throw Refusal.of(HttpProblem.INVALID_REQUEST)
                    .at(FieldError.of("community", "unknown-division", Map.of("value", code)));
        }
    }
}
