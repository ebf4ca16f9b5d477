package cn.shequ.kit.territory;

import cn.shequ.kit.division.DivisionCode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a resource stands and whom it concerns.
 *
 * @param division where it stands: who serves this division or one above may act on it
 * @param department the credit code of the department whose it is; null when it is nobody's in particular
 * @param concerns the divisions it touches: who serves one of them, or one above, may see it
 */
public record Reach(DivisionCode division, @Nullable String department, List<DivisionCode> concerns) {

    public Reach {
        concerns = List.copyOf(concerns);
    }

    public static Reach of(DivisionCode division) {
        return new Reach(division, null, List.of());
    }

    public Reach ownedBy(String owner) {
        return new Reach(division, owner, concerns);
    }

    public Reach concerning(Collection<DivisionCode> divisions) {
        return new Reach(division, department, List.copyOf(divisions));
    }
}
