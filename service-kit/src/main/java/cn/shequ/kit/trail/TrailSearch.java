package cn.shequ.kit.trail;

import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.time.KnownDays;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an auditor looks for in the trail; each of it may be left out. */
public record TrailSearch(
        @QueryParam("subject") @Parameter(description = "Who, as the token names them.") @Nullable
        String subject,

        @QueryParam("operation")
        @Parameter(
                description = "The `operationId`, as the service's own document names it.",
                example = "submitTaskApplication")
        @Nullable
        String operation,

        @QueryParam("role")
        @Parameter(
                description = "A role that the caller had, alone or among others.",
                example = "civil-affairs-officer")
        @Nullable
        String role,

        @QueryParam("resource")
        @Parameter(description = "The path, without query.", example = "/v1/task-applications")
        @Nullable
        String resource,

        @QueryParam("problem")
        @Parameter(description = "The code of the refusal.", example = "outside-jurisdiction")
        @Nullable
        String problem,

        @QueryParam("from") @Parameter(description = "The first day.", example = "2026-03-01") @Nullable
        LocalDate from,

        @QueryParam("to") @Parameter(description = "The last day.", example = "2026-03-31") @Nullable
        LocalDate to) {

    /** @throws Refusal 400 when a day is none that the suite knows, or the last one is before the first */
    void check() {
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        Optional.ofNullable(from).flatMap(day -> KnownDays.wrong("from", day)).ifPresent(invalid::at);
        Optional.ofNullable(to).flatMap(day -> KnownDays.wrong("to", day)).ifPresent(invalid::at);
        if (from != null && to != null && to.isBefore(from)) {
            invalid.at(FieldError.of("to", "date-order"));
        }
        if (!invalid.errors().isEmpty()) {
            throw invalid;
        }
    }
}
