package cn.shequ.facilities.development;

import cn.shequ.events.facilities.PlanApproved;
import cn.shequ.events.facilities.PlanRejected;
import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.kit.concurrency.Version;
import cn.shequ.kit.eventlog.EventLog;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a planning officer does: put developments on record, change their plans, review them (Art. 13). */
@ApplicationScoped
class Planning {

    private final Developments developments;
    private final PlanningReviews reviews;
    private final Rulebook rulebook;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final EventLog events;
    private final Clock clock;

    Planning(
            Developments developments,
            PlanningReviews reviews,
            Rulebook rulebook,
            Territory territory,
            Jurisdiction jurisdiction,
            Callers callers,
            EventLog events,
            Clock clock) {
        this.developments = developments;
        this.reviews = reviews;
        this.rulebook = rulebook;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    /** A review and, when it rejected the plan, what the planner is told. */
    record Reviewed(PlanningReview review, Optional<Refusal> refusal) {}

    Development add(NewDevelopment asked) {
        jurisdiction.requireAct(Reach.of(asked.division()));
        LocalDate today = LocalDate.now(clock);
        if (territory.find(asked.division(), today).isEmpty()) {
            throw Refusal.of(FacilitiesProblem.DIVISION_UNKNOWN)
                    .with("division", asked.division().value())
                    .with("day", today.toString());
        }
        Development development = Development.of(Ids.next(), asked);
        developments.add(development, callers.current().subject());
        return development;
    }

    Development changePlan(UUID id, @Nullable String ifMatch, NewPlan asked) {
        Development present = own(id);
        Version.require(ifMatch, present.version());
        Development changed = present.planned(asked);
        developments.changePlan(changed);
        return changed;
    }

    Reviewed review(UUID id, NewReview asked) {
        Development present = own(id);
        LocalDate today = LocalDate.now(clock);
        Rule rate = rulebook.on(today, PlanStandard.RULE, present.division());
        PlanningReview review = PlanningReview.of(Ids.next(), present, asked.plan(), rate, today);
        Development reviewed = present.reviewed(asked.plan(), review.outcome());
        reviews.add(review, callers.current().subject());
        developments.changeStage(reviewed);
        return switch (review.outcome()) {
            case APPROVED -> {
                events.append(approved(review, present));
                yield new Reviewed(review, Optional.empty());
            }
            case REJECTED -> {
                events.append(rejected(review, present));
                yield new Reviewed(review, Optional.of(review.refusal(rate)));
            }
        };
    }

    Development visible(UUID id) {
        Development development = developments.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireSee(Reach.of(development.division()));
        return development;
    }

    private Development own(UUID id) {
        Development development = developments.lock(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
        jurisdiction.requireAct(Reach.of(development.division()));
        return development;
    }

    private static PlanApproved approved(PlanningReview review, Development development) {
        return new PlanApproved(
                development.id().toString(),
                review.id().toString(),
                development.division().value(),
                review.households(),
                review.requiredSquareMetres().toString(),
                review.plannedSquareMetres().toString(),
                review.reviewedOn());
    }

    private static PlanRejected rejected(PlanningReview review, Development development) {
        return new PlanRejected(
                development.id().toString(),
                review.id().toString(),
                development.division().value(),
                review.households(),
                review.requiredSquareMetres().toString(),
                review.plannedSquareMetres().toString(),
                review.missingSquareMetres().toString(),
                review.reviewedOn());
    }
}
