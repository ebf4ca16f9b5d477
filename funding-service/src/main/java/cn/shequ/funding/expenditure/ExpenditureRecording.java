package cn.shequ.funding.expenditure;

import cn.shequ.funding.diversion.DiversionAttempt;
import cn.shequ.funding.diversion.DiversionAttempts;
import cn.shequ.funding.evidence.Evidence;
import cn.shequ.funding.evidence.EvidenceOf;
import cn.shequ.funding.fund.Fund;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The accountant records an expenditure; spending on what the fund is not for is refused and kept (Art. 16). */
@ApplicationScoped
public class ExpenditureRecording {

    private final ExpenditureCheck check;
    private final Expenditures expenditures;
    private final DiversionAttempts attempts;
    private final Evidence evidence;
    private final Callers callers;

    ExpenditureRecording(
            ExpenditureCheck check,
            Expenditures expenditures,
            DiversionAttempts attempts,
            Evidence evidence,
            Callers callers) {
        this.check = check;
        this.expenditures = expenditures;
        this.attempts = attempts;
        this.evidence = evidence;
        this.callers = callers;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Recorded(Expenditure expenditure) implements Outcome {}

        /** The transaction commits the attempt and nothing else. */
        record Diverted(DiversionAttempt attempt, Refusal refusal) implements Outcome {}
    }

    /** As the accountant wants it. */
    Outcome record(NewExpenditure wanted) {
        ExpenditureCheck.Asked asked = new ExpenditureCheck.Asked();
        Fund fund = check.fund(wanted, asked);
        return fund.allows(wanted.category())
                ? new Outcome.Recorded(keep(check.byHand(wanted, asked), Map.of()))
                : diverted(fund, wanted);
    }

    /** As another feature decided it; who records it is still the accountant, and others approve and pay. */
    public Outcome recordDecided(NewExpenditure wanted) {
        ExpenditureCheck.Asked asked = new ExpenditureCheck.Asked();
        Fund fund = check.fund(wanted, asked);
        return fund.allows(wanted.category())
                ? new Outcome.Recorded(keep(check.decided(wanted, asked), Map.of()))
                : diverted(fund, wanted);
    }

    /**
     * A distribution of a pool (Art. 15), decided and paid as every expenditure.
     *
     * @param settles by community: what the pool owes it
     */
    public Expenditure distribute(NewExpenditure wanted, Map<DivisionCode, UUID> settles) {
        return keep(check.decided(wanted, new ExpenditureCheck.Asked()), settles);
    }

    private Outcome diverted(Fund fund, NewExpenditure wanted) {
        DiversionAttempt attempt = attempts.record(
                fund, wanted.category(), wanted.amount(), callers.current().subject());
        return new Outcome.Diverted(attempt, ExpenditureCheck.diversion(fund, wanted));
    }

    private Expenditure keep(CheckedExpenditure checked, Map<DivisionCode, UUID> settles) {
        NewExpenditure wanted = checked.wanted();
        expenditures.addAll(List.of(checked));
        evidence.attach(EvidenceOf.EXPENDITURE, checked.id(), checked.fund().division(), wanted.evidence());
        expenditures.addShares(checked.id(), wanted.forCommunities(), settles);
        return expenditures.find(checked.id()).orElseThrow();
    }
}
