package cn.shequ.funding.expenditure;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.commitment.Drawdown;
import cn.shequ.funding.commitment.Drawing;
import cn.shequ.funding.diversion.DiversionAttempt;
import cn.shequ.funding.diversion.DiversionAttempts;
import cn.shequ.funding.evidence.Evidence;
import cn.shequ.funding.evidence.EvidenceOf;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundDays;
import cn.shequ.funding.fund.Funds;
import cn.shequ.funding.ledger.BookingDays;
import cn.shequ.funding.ledger.Category;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.rulebook.Rule;
import cn.shequ.kit.rulebook.Rulebook;
import cn.shequ.kit.security.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** The accountant records an expenditure; spending on what the fund is not for is refused and kept (Art. 16). */
@ApplicationScoped
public class ExpenditureRecording {

    private static final String SECOND_APPROVER = "expenditure.second-approver-above";

    private final Funds funds;
    private final FundDays fundDays;
    private final Drawing drawing;
    private final BookingDays days;
    private final Expenditures expenditures;
    private final DiversionAttempts attempts;
    private final Rulebook rulebook;
    private final PayeeCommitment commitment;
    private final Evidence evidence;
    private final SpentFor spentFor;
    private final Callers callers;

    ExpenditureRecording(
            Funds funds,
            FundDays fundDays,
            Drawing drawing,
            BookingDays days,
            Expenditures expenditures,
            DiversionAttempts attempts,
            Rulebook rulebook,
            PayeeCommitment commitment,
            Evidence evidence,
            SpentFor spentFor,
            Callers callers) {
        this.funds = funds;
        this.fundDays = fundDays;
        this.drawing = drawing;
        this.days = days;
        this.expenditures = expenditures;
        this.attempts = attempts;
        this.rulebook = rulebook;
        this.commitment = commitment;
        this.evidence = evidence;
        this.spentFor = spentFor;
        this.callers = callers;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Recorded(Expenditure expenditure) implements Outcome {}

        /** The transaction commits the attempt and nothing else. */
        record Diverted(DiversionAttempt attempt, Refusal refusal) implements Outcome {}
    }

    Outcome record(NewExpenditure wanted) {
        Fund fund = funds.toActOn(wanted.fund());
        if (!fund.allows(wanted.category())) {
            DiversionAttempt attempt = attempts.record(
                    fund, wanted.category(), wanted.amount(), callers.current().subject());
            return new Outcome.Diverted(attempt, diversion(fund, wanted));
        }
        if (wanted.category() == Category.DISTRIBUTION) {
            throw Refusal.of(FundingProblem.DISTRIBUTION_BY_DECISION).with("pool", fund.id());
        }
        spentFor.require(fund, wanted);
        return new Outcome.Recorded(add(fund, wanted, Map.of()));
    }

    /**
     * A distribution of a pool (Art. 15), decided and paid as every expenditure.
     *
     * @param settles by community: what the pool owes it
     */
    public Expenditure distribute(NewExpenditure wanted, Map<DivisionCode, UUID> settles) {
        return add(funds.toActOn(wanted.fund()), wanted, settles);
    }

    private Expenditure add(Fund fund, NewExpenditure wanted, Map<DivisionCode, UUID> settles) {
        days.require(fund.ledger(), wanted.bookedOn());
        requireInTime(fund, wanted);
        requireMoney(wanted);

        Rule rule = rulebook.on(wanted.bookedOn(), SECOND_APPROVER, fund.division());
        int approvals = wanted.amount().compareTo(rule.money()) > 0 ? 2 : 1;
        UUID id = Ids.next();
        byte[] salt = commitment.salt();
        expenditures.add(
                new Expenditures.Made(
                        id,
                        fund.ledger(),
                        approvals,
                        rule.id() + "@" + rule.version(),
                        commitment.to(id, wanted, salt),
                        salt,
                        callers.current().subject()),
                wanted);
        evidence.attach(EvidenceOf.EXPENDITURE, id, fund.division(), wanted.evidence());
        expenditures.addShares(id, wanted.forCommunities(), settles);
        return expenditures.find(id).orElseThrow();
    }

    private static Refusal diversion(Fund fund, NewExpenditure wanted) {
        return Refusal.of(FundingProblem.DIVERSION_ATTEMPTED)
                .with("fund", fund.id())
                .with("purpose", fund.purpose())
                .with("category", wanted.category())
                .with("allowed", fund.categories())
                .with("amount", wanted.amount());
    }

    private static void requireInTime(Fund fund, NewExpenditure wanted) {
        if (wanted.bookedOn().isAfter(fund.spendBy())) {
            throw Refusal.of(FundingProblem.SPEND_BY_PASSED)
                    .with("spendBy", fund.spendBy())
                    .with("bookedOn", wanted.bookedOn());
        }
    }

    private void requireMoney(NewExpenditure wanted) {
        Drawdown drawdown = wanted.drawdown();
        if (drawdown == null) {
            fundDays.requireAvailable(wanted.fund(), wanted.amount(), wanted.bookedOn());
        } else {
            drawing.require(drawdown);
        }
    }
}
