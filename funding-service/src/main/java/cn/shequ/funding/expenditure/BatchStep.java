package cn.shequ.funding.expenditure;

import cn.shequ.kit.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the lines of a batch that were approved or paid in one call.
 *
 * @param done how many took the step
 * @param refused those that did not; nothing of them changed
 * @param next the line to go on after; absent when all lines were looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchStep(
        int done, List<Refused> refused, @Nullable Integer next) {

    /** A line that did not take the step, and why. */
    public record Refused(int line, UUID expenditure, Problem problem) {}
}
