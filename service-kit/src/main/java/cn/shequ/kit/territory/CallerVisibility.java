package cn.shequ.kit.territory;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventVisibility;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The present caller reads the events of the own division and of those below it: one query a request. */
@RequestScoped
class CallerVisibility implements EventVisibility {

    private final Territory territory;
    private final Callers callers;
    private final Clock clock;
    private @Nullable Set<String> readable;

    CallerVisibility(Territory territory, Callers callers, Clock clock) {
        this.territory = territory;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public boolean visible(String division) {
        Set<String> codes = readable;
        if (codes == null) {
            DivisionCode own = callers.current().division();
            codes = own == null ? Set.of() : territory.codesWithin(own, LocalDate.now(clock));
            readable = codes;
        }
        return codes.contains(division);
    }
}
