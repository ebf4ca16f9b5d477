package cn.shequ.kit.territory;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * Decides for every operation and filters every list. To <em>act</em>: the role (checked before), the own
 * division or one below it, and for a department's officer the own department. To <em>see</em>: that, or
 * the resource concerns the caller's territory. What a caller may not see does not exist for that caller.
 */
@ApplicationScoped
public class Jurisdiction {

    private final Territory territory;
    private final Callers callers;
    private final Clock clock;

    Jurisdiction(Territory territory, Callers callers, Clock clock) {
        this.territory = territory;
        this.callers = callers;
        this.clock = clock;
    }

    /** Whether the division is the present caller's own or lies below it. */
    public boolean covers(DivisionCode division) {
        return covers(callers.current(), division);
    }

    public boolean covers(Caller caller, DivisionCode division) {
        return caller.division() != null && territory.isWithin(division, caller.division());
    }

    /** @throws Refusal 404 when the caller may not even see the resource, 403 when only acting is not allowed */
    public void requireAct(Reach reach) {
        Caller caller = callers.current();
        boolean ownTerritory = covers(caller, reach.division());
        if (ownTerritory && isOwnDepartment(caller, reach)) {
            return;
        }
        requireSee(caller, reach);
        throw Refusal.of(ownTerritory ? HttpProblem.OTHER_DEPARTMENT : HttpProblem.OUTSIDE_JURISDICTION);
    }

    /** @throws Refusal 404 when the caller may not see the resource */
    public void requireSee(Reach reach) {
        requireSee(callers.current(), reach);
    }

    /** Whether the present caller may see the resource. */
    public boolean maySee(Reach reach) {
        return maySee(callers.current(), reach);
    }

    private void requireSee(Caller caller, Reach reach) {
        if (!maySee(caller, reach)) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
    }

    private boolean maySee(Caller caller, Reach reach) {
        return (covers(caller, reach.division()) && isOwnDepartment(caller, reach)) || concerns(caller, reach);
    }

    private boolean concerns(Caller caller, Reach reach) {
        return caller.division() != null && territory.isAnyWithin(reach.concerns(), caller.division());
    }

    private static boolean isOwnDepartment(Caller caller, Reach reach) {
        return !caller.isBoundToDepartment()
                || reach.department() == null
                || reach.department().equals(caller.department());
    }

    /**
     * A condition for SQL lists: the column holds the caller's division or one below it. Use it together
     * with {@link #bindings}.
     */
    public static String within(String column) {
        return below(column, ":callerDivision");
    }

    /**
     * A condition for SQL lists: the column holds the division that is asked for or one below it, or none is asked for. It
     * names {@code division} and {@code today}.
     */
    public static String inDivision(String column) {
        return "(CAST(:division AS char(12)) IS NULL OR " + column + " = :division OR " + below(column, ":division")
                + ")";
    }

    private static String below(String column, String ancestor) {
        return "EXISTS (SELECT 1 FROM division_ancestry own WHERE own.descendant = " + column
                + " AND own.ancestor = " + ancestor + " AND own.valid_from <= :today"
                + " AND (own.valid_to IS NULL OR own.valid_to >= :today))";
    }

    /** What {@link #within} names: {@code callerDivision} and {@code today}. A caller without territory sees nothing. */
    public Map<String, Object> bindings() {
        return Map.of(
                "callerDivision",
                Objects.requireNonNullElse(callers.current().division(), NOWHERE)
                        .value(),
                "today",
                LocalDate.now(clock));
    }

    private static final DivisionCode NOWHERE = DivisionCode.of("999999999999");
}
