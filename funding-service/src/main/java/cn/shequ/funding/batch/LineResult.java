package cn.shequ.funding.batch;

import cn.shequ.kit.problem.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on a line.
 *
 * @param reference the line's own name: the bank's reference of a receipt, the client's of an expenditure
 * @param document the receipt or expenditure
 */
public record LineResult(
        int line,
        @Nullable String reference,
        LineOutcome outcome,
        @Nullable UUID document,
        @Nullable Refusal refusal) {

    public static LineResult booked(int line, String reference, UUID document) {
        return new LineResult(line, reference, LineOutcome.BOOKED, document, null);
    }

    public static LineResult alreadyBooked(int line, String reference, UUID document) {
        return new LineResult(line, reference, LineOutcome.ALREADY_BOOKED, document, null);
    }

    public static LineResult refused(int line, @Nullable String reference, Refusal refusal) {
        return new LineResult(line, reference, LineOutcome.REFUSED, null, refusal);
    }

    LineResult passed() {
        return outcome == LineOutcome.BOOKED ? new LineResult(line, reference, LineOutcome.PASSED, null, null) : this;
    }
}
