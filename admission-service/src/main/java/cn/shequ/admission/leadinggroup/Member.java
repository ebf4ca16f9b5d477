package cn.shequ.admission.leadinggroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a leading group, and the term: a member, a deputy of its leader, or who is responsible.
 *
 * @param termTo the last day, or null when open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(
        @NotNull UUID person,
        @NotNull LocalDate termFrom,
        @Nullable LocalDate termTo) {

    boolean isInOffice(LocalDate day) {
        return !day.isBefore(termFrom) && (termTo == null || !day.isAfter(termTo));
    }
}
