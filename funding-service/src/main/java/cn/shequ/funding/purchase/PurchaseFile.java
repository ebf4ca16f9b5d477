package cn.shequ.funding.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is on record of a purchase, for those who answer for it and those who audit it.
 *
 * @param plannedBy who demanded
 * @param received how many bids came, withdrawn ones included
 * @param bids those that stand; none before the deadline
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PurchaseFile(
        Purchase purchase,
        String plannedBy,
        List<TakenStep> steps,
        int received,
        List<OpenedBid> bids,
        List<Evaluation.Evaluator> evaluators,
        List<Score> scores,
        Ranking ranking,
        @Nullable Award award,
        @Nullable Contract contract) {}
