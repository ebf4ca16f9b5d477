package cn.shequ.funding.purchase;

import cn.shequ.events.funding.PurchaseAwarded;
import cn.shequ.funding.FundingProblem;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bids are opened after the deadline, judged by people without a conflict, and awarded by another than the demander. */
@ApplicationScoped
class Evaluating {

    private static final String EVALUATORS = "purchase.evaluators";
    private static final String SCORERS = "purchase.scorers";

    private final Purchases purchases;
    private final PurchaseLife life;
    private final Bids bids;
    private final Evaluations evaluations;
    private final Contracts contracts;
    private final Jurisdiction jurisdiction;
    private final Rulebook rulebook;
    private final EventLog log;
    private final Callers callers;
    private final Clock clock;

    Evaluating(
            Purchases purchases,
            PurchaseLife life,
            Bids bids,
            Evaluations evaluations,
            Contracts contracts,
            Jurisdiction jurisdiction,
            Rulebook rulebook,
            EventLog log,
            Callers callers,
            Clock clock) {
        this.purchases = purchases;
        this.life = life;
        this.bids = bids;
        this.evaluations = evaluations;
        this.contracts = contracts;
        this.jurisdiction = jurisdiction;
        this.rulebook = rulebook;
        this.log = log;
        this.callers = callers;
        this.clock = clock;
    }

    /** Opens the bids and appoints who judges them. */
    Purchase open(UUID id, Set<String> evaluators) {
        Purchase purchase = lockToActOn(id);
        purchase.take(PurchaseStep.OPENED);
        purchase.requireUnsealed(clock.instant());
        if (bids.opened(id).isEmpty()) {
            throw Refusal.of(FundingProblem.NO_BID_STANDS).with("bids", 0).with("budget", purchase.budget());
        }
        evaluators.forEach(purchase::requireOtherThanDemander);
        Rule least = rulebook.today(EVALUATORS, purchase.division());
        if (evaluators.size() < least.whole()) {
            throw Refusal.of(FundingProblem.TOO_FEW_EVALUATORS)
                    .with("evaluators", evaluators.size())
                    .with("least", least.whole())
                    .under(least);
        }
        Purchase opened = life.take(purchase, PurchaseStep.OPENED, null);
        evaluations.appoint(id, evaluators, callers.current().subject());
        return opened;
    }

    /** One more, in the place of somebody with a conflict. */
    Evaluation appoint(UUID id, String evaluator) {
        Purchase purchase = lockToActOn(id);
        purchase.requireStage(PurchaseStage.EVALUATING);
        purchase.requireOtherThanDemander(evaluator);
        evaluations.appoint(id, Set.of(evaluator), callers.current().subject());
        return of(purchase);
    }

    Evaluation declare(UUID id, @Nullable String conflict) {
        Purchase purchase = lockToSee(id);
        purchase.requireStage(PurchaseStage.EVALUATING);
        String person = callers.current().subject();
        Evaluation.Evaluator evaluator = of(purchase).requireEvaluator(person);
        if (evaluator.hasDeclared()) {
            throw Refusal.of(FundingProblem.CONFLICT_ALREADY_DECLARED).with("purchase", id);
        }
        evaluations.declare(id, person, conflict != null, conflict);
        return of(purchase);
    }

    Evaluation score(UUID id, UUID bid, Map<String, Integer> points) {
        Purchase purchase = lockToSee(id);
        purchase.requireStage(PurchaseStage.EVALUATING);
        String person = callers.current().subject();
        Evaluation evaluation = of(purchase);
        evaluation.requireMayScore(person);
        if (evaluation.bids().stream().noneMatch(each -> each.id().equals(bid))) {
            throw Refusal.of(HttpProblem.NOT_FOUND);
        }
        Set<String> wanted = purchase.quality().stream().map(Criterion::code).collect(Collectors.toSet());
        if (!points.keySet().equals(wanted)) {
            throw Refusal.of(FundingProblem.SCORES_NOT_AS_CRITERIA)
                    .with("criteria", wanted)
                    .with("scored", points.keySet());
        }
        if (evaluation.scores().stream()
                .anyMatch(score -> score.bid().equals(bid) && score.evaluator().equals(person))) {
            throw Refusal.of(FundingProblem.BID_ALREADY_SCORED).with("bid", bid);
        }
        evaluations.score(id, bid, person, points);
        return of(purchase);
    }

    /** To the best bid, which nobody chooses: it follows from prices and points. */
    Purchase award(UUID id) {
        Purchase purchase = lockToActOn(id);
        purchase.take(PurchaseStep.AWARDED);
        String by = callers.current().subject();
        purchase.requireOtherThanDemander(by);
        Evaluation evaluation = of(purchase);
        Ranking.Ranked best = evaluation.requireBest(
                rulebook.today(SCORERS, purchase.division()).whole());
        evaluations.award(id, best, by);
        log.append(awarded(purchase, best, evaluation.bids().size()));
        return life.take(purchase, PurchaseStep.AWARDED, null);
    }

    /** No bid, or none within the budget: an outcome on record, after which the demand may be tendered again. */
    Purchase fail(UUID id) {
        Purchase purchase = lockToActOn(id);
        purchase.take(PurchaseStep.FAILED);
        purchase.requireUnsealed(clock.instant());
        long affordable = bids.opened(id).stream()
                .filter(bid -> bid.amount().compareTo(purchase.budget()) <= 0)
                .count();
        if (affordable > 0) {
            throw Refusal.of(FundingProblem.A_BID_STANDS)
                    .with("bids", affordable)
                    .with("budget", purchase.budget());
        }
        return life.take(purchase, PurchaseStep.FAILED, null);
    }

    /** For those in whose territory it lies. */
    PurchaseFile file(UUID id) {
        Purchase purchase = purchases.require(id);
        jurisdiction.requireSee(Reach.of(purchase.division()));
        Evaluation evaluation = of(purchase);
        return new PurchaseFile(
                purchase,
                purchase.plannedBy(),
                purchases.steps(id),
                bids.sealed(id).size(),
                evaluation.bids(),
                evaluation.evaluators(),
                evaluation.scores(),
                evaluation.ranking(),
                evaluations.award(id).orElse(null),
                contracts.find(id).orElse(null));
    }

    private Evaluation of(Purchase purchase) {
        return Evaluation.of(
                purchase,
                evaluations.evaluators(purchase.id()),
                bids.opened(purchase.id()),
                evaluations.scores(purchase.id()));
    }

    private Purchase lockToActOn(UUID id) {
        Purchase purchase = purchases.lock(id);
        jurisdiction.requireAct(Reach.of(purchase.division()));
        return purchase;
    }

    private Purchase lockToSee(UUID id) {
        Purchase purchase = purchases.lock(id);
        jurisdiction.requireSee(Reach.of(purchase.division()));
        return purchase;
    }

    private PurchaseAwarded awarded(Purchase purchase, Ranking.Ranked best, int bids) {
        return new PurchaseAwarded(
                purchase.id().toString(),
                purchase.ledger().toString(),
                purchase.fund().toString(),
                purchase.division().value(),
                best.bid().toString(),
                best.organisation().value(),
                purchase.budget().toString(),
                best.amount().toString(),
                bids,
                LocalDate.now(clock));
    }
}
