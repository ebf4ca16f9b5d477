package cn.shequ.kit.security;

import cn.shequ.kit.division.DivisionCode;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the token says.
 *
 * @param subject the person or machine, opaque and stable
 * @param client the application that the token was given to
 * @param division the division the caller serves; null for a caller without territory
 * @param department the credit code of the caller's department, for those who have one
 */
public record Caller(
        String subject,
        String client,
        Set<String> roles,
        @Nullable DivisionCode division,
        @Nullable String department) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether the caller acts for one department only and not in another role. */
    public boolean isBoundToDepartment() {
        return roles.equals(Set.of(Roles.DEPARTMENT_OFFICER));
    }

    /** Whose things alone a list shows to this caller; nobody's for one bound to no department, null for all others. */
    public @Nullable String onlyDepartment() {
        return isBoundToDepartment() ? Objects.requireNonNullElse(department, "") : null;
    }
}
