package cn.shequ.funding.purchase;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.commitment.Commitments;
import cn.shequ.funding.commitment.NewCommitment;
import cn.shequ.funding.evidence.Evidence;
import cn.shequ.funding.evidence.EvidenceOf;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.Funds;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An award becomes a contract for which money is reserved; a contract ends when all is paid, or before its time (Art. 25). */
@ApplicationScoped
class Contracting {

    private final Purchases purchases;
    private final PurchaseLife life;
    private final Evaluations evaluations;
    private final Contracts contracts;
    private final Commitments commitments;
    private final Evidence evidence;
    private final Funds funds;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    Contracting(
            Purchases purchases,
            PurchaseLife life,
            Evaluations evaluations,
            Contracts contracts,
            Commitments commitments,
            Evidence evidence,
            Funds funds,
            Jurisdiction jurisdiction,
            Callers callers,
            Clock clock) {
        this.purchases = purchases;
        this.life = life;
        this.evaluations = evaluations;
        this.contracts = contracts;
        this.commitments = commitments;
        this.evidence = evidence;
        this.funds = funds;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    /** Who awarded and who concludes are the two persons that it takes to reserve money. */
    Contract conclude(UUID id, NewContract wanted) {
        Purchase purchase = lockToActOn(id);
        purchase.take(PurchaseStep.CONTRACTED);
        Award award = evaluations.award(id).orElseThrow();
        String by = callers.current().subject();
        if (award.awardedBy().equals(by)) {
            throw Refusal.of(FundingProblem.AWARDER_MAY_NOT).with("purchase", id);
        }
        LocalDate today = LocalDate.now(clock);
        if (wanted.signedOn().isAfter(today)) {
            throw Refusal.of(FundingProblem.BOOKED_IN_FUTURE)
                    .with("bookedOn", wanted.signedOn())
                    .with("today", today);
        }
        Fund fund = funds.find(purchase.fund()).orElseThrow();
        wanted.requireFor(award.amount(), fund.spendBy());
        UUID commitment = commitments
                .reserve(new NewCommitment(fund.id(), award.amount(), today, fund.spendBy(), id), award.awardedBy(), by)
                .id();
        evidence.attach(EvidenceOf.PURCHASE, id, fund.division(), List.of(wanted.document()));
        contracts.add(purchase, award.amount(), commitment, wanted, by);
        life.take(purchase, PurchaseStep.CONTRACTED, null);
        return contracts.find(id).orElseThrow();
    }

    /** Every milestone was accepted and paid. */
    Purchase complete(UUID id) {
        Purchase purchase = lockToActOn(id);
        purchase.take(PurchaseStep.COMPLETED);
        contracts.find(id).orElseThrow().requirePaidInFull();
        return life.take(purchase, PurchaseStep.COMPLETED, null);
    }

    /** What is not drawn goes back to the fund; what was accepted and paid stays paid. */
    Purchase terminate(UUID id, String reason) {
        Purchase purchase = lockToActOn(id);
        purchase.take(PurchaseStep.TERMINATED);
        Contract contract = contracts.find(id).orElseThrow();
        contract.requireNoPaymentUnderWay();
        commitments
                .find(contract.commitment())
                .filter(commitment -> commitment.remaining().isPositive())
                .ifPresent(commitment -> commitments.release(
                        commitment.id(), LocalDate.now(clock), callers.current().subject(), reason));
        return life.take(purchase, PurchaseStep.TERMINATED, reason);
    }

    private Purchase lockToActOn(UUID id) {
        Purchase purchase = purchases.lock(id);
        jurisdiction.requireAct(Reach.of(purchase.division()));
        return purchase;
    }
}
