package cn.shequ.funding.expenditure;

import cn.shequ.funding.batch.Batches;
import cn.shequ.funding.batch.LineReport;
import cn.shequ.kit.problem.Problems;
import cn.shequ.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes the expenditures of a batch a step further, each by {@link ExpenditureDeciding}: it refuses before it writes, so a
 * refused line leaves nothing and the others go on.
 */
@ApplicationScoped
class ExpenditureBatchSteps {

    private static final int MOST_LINES = 500;

    private final Batches batches;
    private final ExpenditureDeciding deciding;
    private final Problems problems;

    ExpenditureBatchSteps(Batches batches, ExpenditureDeciding deciding, Problems problems) {
        this.batches = batches;
        this.deciding = deciding;
        this.problems = problems;
    }

    BatchStep approve(UUID batch, int after) {
        return each(batch, after, deciding::approve);
    }

    BatchStep pay(UUID batch, int after, LocalDate bookedOn) {
        return each(batch, after, expenditure -> deciding.pay(expenditure, bookedOn));
    }

    private BatchStep each(UUID batch, int after, Consumer<UUID> step) {
        List<LineReport> lines = batches.documents(batch, after, MOST_LINES);
        List<BatchStep.Refused> refused = new ArrayList<>();
        for (LineReport line : lines) {
            UUID expenditure = Objects.requireNonNull(line.document());
            try {
                step.accept(expenditure);
            } catch (Refusal refusal) {
                refused.add(new BatchStep.Refused(line.line(), expenditure, problems.describe(refusal)));
            }
        }
        return new BatchStep(
                lines.size() - refused.size(),
                refused,
                lines.size() < MOST_LINES ? null : lines.getLast().line());
    }
}
