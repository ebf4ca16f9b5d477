package cn.shequ.admission;

import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What holds for the whole city is entered by somebody who serves the whole city. */
@ApplicationScoped
public class CityAuthority {

    private final Callers callers;
    private final Territory territory;

    CityAuthority(Callers callers, Territory territory) {
        this.callers = callers;
        this.territory = territory;
    }

    public void require() {
        boolean servesCity = Optional.ofNullable(callers.current().division())
                .flatMap(territory::find)
                .filter(division -> division.level() == DivisionLevel.CITY)
                .isPresent();
        if (!servesCity) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
    }
}
