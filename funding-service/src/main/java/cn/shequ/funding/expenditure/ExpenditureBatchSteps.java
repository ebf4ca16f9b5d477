package cn.shequ.funding.expenditure;

import cn.shequ.funding.batch.Batches;
import cn.shequ.funding.batch.LineReport;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Takes the expenditures of a batch a step further; a refused line leaves nothing, and the others go on. */
@ApplicationScoped
class ExpenditureBatchSteps {

    private static final int MOST_LINES = 500;

    private final Batches batches;
    private final ExpenditureBatchApproving approving;
    private final ExpenditureDeciding deciding;
    private final Problems problems;

    ExpenditureBatchSteps(
            Batches batches, ExpenditureBatchApproving approving, ExpenditureDeciding deciding, Problems problems) {
        this.batches = batches;
        this.approving = approving;
        this.deciding = deciding;
        this.problems = problems;
    }

    BatchStep approve(UUID batch, int after) {
        return step(batch, after, approving::approve);
    }

    /** One by one: {@link ExpenditureDeciding} refuses before it writes. */
    BatchStep pay(UUID batch, int after, LocalDate bookedOn) {
        return step(batch, after, expenditures -> {
            Map<UUID, Refusal> refused = new HashMap<>();
            for (UUID expenditure : expenditures) {
                try {
                    deciding.pay(expenditure, bookedOn);
                } catch (Refusal refusal) {
                    refused.put(expenditure, refusal);
                }
            }
            return refused;
        });
    }

    /** @param take the step: those that were refused, and why */
    private BatchStep step(UUID batch, int after, Function<List<UUID>, Map<UUID, Refusal>> take) {
        List<LineReport> lines = batches.documents(batch, after, MOST_LINES);
        Map<UUID, Refusal> refusals = take.apply(
                lines.stream().map(ExpenditureBatchSteps::expenditure).toList());
        List<BatchStep.Refused> refused = new ArrayList<>();
        for (LineReport line : lines) {
            Refusal refusal = refusals.get(expenditure(line));
            if (refusal != null) {
                refused.add(new BatchStep.Refused(line.line(), expenditure(line), problems.describe(refusal)));
            }
        }
        return new BatchStep(
                lines.size() - refused.size(),
                refused,
                lines.size() < MOST_LINES ? null : lines.getLast().line());
    }

    private static UUID expenditure(LineReport line) {
        return Objects.requireNonNull(line.document());
    }
}
