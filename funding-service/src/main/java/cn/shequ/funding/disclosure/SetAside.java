package cn.shequ.funding.disclosure;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.Objects;

/** A disclosure that could not be published, how often that was tried, and why it failed the last time. */
public record SetAside(DivisionCode community, LocalDate periodFrom, int failures, String reason) {

    private static final int LONGEST = 500;

    /** What went wrong in the first place, in one line: the database's details would show the row. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        String line = said.lines().findFirst().orElse(cause.toString());
        return line.substring(0, Math.min(LONGEST, line.length()));
    }
}
