package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How the bids of a purchase are judged: by whom, with which declared conflicts, with which points (Art. 25). */
public record Evaluation(
        Purchase purchase, List<Evaluator> evaluators, List<OpenedBid> bids, List<Score> scores, Ranking ranking) {

    /** Who was appointed and what was declared; without a declaration {@code conflict} is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evaluator(
            String evaluator,
            @Nullable Boolean conflict,
            @Nullable String reason,
            @Nullable Instant declaredAt) {

        boolean hasDeclared() {
            return conflict != null;
        }

        boolean mayScore() {
            return Boolean.FALSE.equals(conflict);
        }
    }

    static Evaluation of(Purchase purchase, List<Evaluator> evaluators, List<OpenedBid> bids, List<Score> scores) {
        return new Evaluation(purchase, evaluators, bids, scores, Ranking.of(purchase, bids, scores));
    }

    Evaluator requireEvaluator(String person) {
        return evaluators.stream()
                .filter(each -> each.evaluator().equals(person))
                .findFirst()
                .orElseThrow(() -> Refusal.of(FundingProblem.NOT_AN_EVALUATOR).with("purchase", purchase.id()));
    }

    /** Only who declared, and declared no conflict, scores. */
    void requireMayScore(String person) {
        Evaluator evaluator = requireEvaluator(person);
        if (!evaluator.hasDeclared()) {
            throw Refusal.of(FundingProblem.CONFLICT_NOT_DECLARED).with("purchase", purchase.id());
        }
        if (!evaluator.mayScore()) {
            throw Refusal.of(FundingProblem.CONFLICT_OF_INTEREST).with("purchase", purchase.id());
        }
    }

    /** Everybody has declared, and everybody without a conflict has scored every bid within the budget. */
    Ranking.Ranked requireBest(int leastScorers) {
        long declared = count(Evaluator::hasDeclared);
        long scorers = count(Evaluator::mayScore);
        long wanted = scorers * ranking.bids().size() * purchase.quality().size();
        long given = scores.stream().filter(score -> isRanked(score.bid())).count();
        if (declared < evaluators.size() || scorers < leastScorers || given < wanted) {
            throw Refusal.of(FundingProblem.EVALUATION_INCOMPLETE)
                    .with("evaluators", evaluators.size())
                    .with("declared", declared)
                    .with("scorers", scorers)
                    .with("leastScorers", leastScorers)
                    .with("scores", given)
                    .with("scoresNeeded", wanted);
        }
        return ranking.best().orElseThrow(() -> Refusal.of(FundingProblem.NO_BID_STANDS)
                .with("bids", bids.size())
                .with("budget", purchase.budget()));
    }

    private long count(Predicate<Evaluator> wanted) {
        return evaluators.stream().filter(wanted).count();
    }

    private boolean isRanked(UUID bid) {
        return ranking.bids().stream().anyMatch(ranked -> ranked.bid().equals(bid));
    }
}
