package cn.shequ.funding;

import cn.shequ.kit.problem.ProblemCode;
import java.util.List;

/** Every refusal of this service. */
public enum FundingProblem implements ProblemCode {
    /** An entry is booked on a day that has come. */
    BOOKED_IN_FUTURE(422),
    /** A closed month of a ledger takes nothing more. */
    PERIOD_CLOSED(422, 16),
    /** A fund is booked in its own ledger only. */
    FUND_OF_OTHER_LEDGER(422, 16),
    /** A fund serves a community of its ledger's territory. */
    COMMUNITY_OUTSIDE_LEDGER(422, 16),

    /** One line of the bank's statement is booked once. */
    BANK_LINE_ALREADY_BOOKED(409, 16),
    /** A receipt settles what its payer owes in its ledger. */
    OBLIGATION_NOT_OF_PAYER(422, 16),
    SETTLES_MORE_THAN_OUTSTANDING(422, 16),
    SETTLES_MORE_THAN_RECEIVED(422, 16),
    /** Money that nobody owed needs a fund named for it: all money has a purpose. */
    RECEIPT_WITHOUT_PURPOSE(422, 16),

    /** Spending on what the fund is not for (挪用); the attempt is kept. */
    DIVERSION_ATTEMPTED(422, 16),
    INSUFFICIENT_FUNDS(422, 16),
    /** Paying from a fund whose money bounced would spend the money of others. */
    FUND_WITHOUT_CASH(422, 16),
    SPEND_BY_PASSED(422, 16),
    /** Evidence is uploaded before it is named. */
    EVIDENCE_NOT_UPLOADED(422, 16),
    /** Recording, approving and paying are for different persons (不相容岗位分离). */
    SAME_PERSON(422),
    /** The expenditure is at a stage where this cannot be done any more, or not yet. */
    EXPENDITURE_STAGE(409),
    /** Under one reference of its sender an expenditure is recorded once. */
    EXPENDITURE_REFERENCE_TAKEN(409, 16),

    /** A ledger begins once, before anything is booked in it. */
    LEDGER_HAS_BEGUN(409),
    OPENING_BALANCE_EXISTS(409),
    OPENING_BALANCE_STAGE(409),
    /** A ledger begins with what the bank states, to the fen. */
    OPENING_BALANCE_UNEQUAL(422, 16),
    STATEMENT_TOO_LONG(422),

    /** Money stays in its fund unless the body that gave it decides otherwise. */
    REALLOCATION_NOT_DECIDED(422, 16),
    CONSENT_OF_DONOR_MISSING(422, 16),
    /** A donation goes only to a fund that is bound in the same way. */
    DONATION_BOUND_OTHERWISE(422, 16),

    PERIOD_CLOSED_ALREADY(409),
    /** A month is closed after its last day. */
    PERIOD_NOT_OVER(422),
    /** Months are closed in order, none is skipped. */
    PERIOD_OUT_OF_ORDER(422, 16),
    /** Nothing of a closed month awaits a decision or a number. */
    PERIOD_NOT_COMPLETE(422, 16),
    YEAR_NOT_CLOSED(422, 16),
    YEAR_CLOSED_ALREADY(409),

    REFUNDS_MORE_THAN_PAID(422, 16),
    /** A payment of which some came back is not itself taken back. */
    PAYMENT_REFUNDED(422),
    RETURNS_MORE_THAN_GIVEN(422, 16),
    RETURN_STAGE(409),

    /** A reservation that is used up, released or expired can never be used again. */
    COMMITMENT_STAGE(409),
    /** What a reservation is for has one reservation in force. */
    COMMITMENT_IN_FORCE(409),
    COMMITMENT_OF_OTHER_FUND(422, 16),
    COMMITMENT_EXCEEDED(422, 16),
    COMMITMENT_EXPIRED(422),
    /** Nothing is reserved beyond the day until which its fund may be spent. */
    COMMITMENT_BEYOND_FUND(422, 16),
    BATCH_EMPTY(422),
    BATCH_TOO_LONG(413),
    BATCH_LINE_TOO_LONG(413),
    BATCH_TABLE_UNREADABLE(400),

    /** Opening balance and lines make the closing balance of a statement. */
    STATEMENT_DOES_NOT_ADD_UP(422),
    /** A statement begins where the last one ended. */
    STATEMENT_NOT_NEXT(422),
    /** Another statement was imported under the number. */
    STATEMENT_DIFFERS(409),
    BANK_LINE_ON_OTHER_STATEMENT(409),
    MATCH_AMOUNTS_DIFFER(422),
    ALREADY_MATCHED(409),
    ALREADY_UNMATCHED(409),
    /** 出纳不得兼任对账: who paid does not reconcile it. */
    PAYER_DOES_NOT_RECONCILE(422),
    NO_STATEMENT_FOR_DAY(422),

    ENTRY_ALREADY_REVERSED(409),
    ENTRY_NOT_REVERSIBLE(422),
    /** What follows an entry is not booked before it. */
    BOOKED_TOO_EARLY(422),

    /** A case (Art. 16) is at a stage where this cannot be done any more, or not yet. */
    VIOLATION_STAGE(409),
    /** Who reported, attempted, explained or judged does not decide. */
    VIOLATION_SAME_PERSON(422),
    /** A body that has not explained itself yet is heard until its time is over. */
    EXPLANATION_AWAITED(422),
    /** Nobody of the body concerned decides on it. */
    VIOLATION_OF_OWN_BODY(422),
    APPEAL_TOO_LATE(422),

    /** A resident's question about a disclosure is answered once. */
    QUESTION_ALREADY_ANSWERED(409),

    AUDIT_STAGE(409),
    /** Who made, approved or paid an entry of the ledger, or serves its office, does not audit it. */
    AUDITOR_NOT_INDEPENDENT(422, 16),
    /** An audit closes when every finding is put right and accepted. */
    FINDINGS_OPEN(409),
    NOT_IN_AUDIT(422),
    FINDING_STAGE(409),
    /** Who put a finding right does not accept it. */
    FINDING_SAME_PERSON(422),

    // Purchase of services (Art. 25).
    ITEM_ALREADY_LISTED(409, 25),
    /** A demand names a service of the catalogue of its territory. */
    ITEM_NOT_IN_CATALOGUE(422, 25),
    FUND_NOT_FOR_PURCHASES(422, 16, 25),
    PURCHASE_OUTSIDE_FUND(422, 16, 25),
    /** The budget is money that the fund really has, beyond the budgets of its other purchases. */
    BUDGET_NOT_AVAILABLE(422, 16, 25),
    /** Weights make 100, and exactly one criterion is the price. */
    CRITERIA_NOT_WHOLE(422, 25),
    DEADLINE_NOT_AHEAD(422, 25),
    /** Only what failed is tendered again, and once. */
    NOTHING_TO_RETENDER(409, 25),
    PURCHASE_STAGE(409, 25),
    /** Only a registered, active organisation of the territory bids. */
    ORGANISATION_NOT_REGISTERED(422, 23, 25),
    BID_TOO_LATE(422, 25),
    BID_ALREADY_SUBMITTED(409, 25),
    BIDS_STILL_SEALED(409, 25),
    NO_BID_STANDS(422, 25),
    A_BID_STANDS(422, 25),
    /** Who demands neither evaluates nor awards. */
    DEMANDER_MAY_NOT(422, 25),
    TOO_FEW_EVALUATORS(422, 25),
    NOT_AN_EVALUATOR(422, 25),
    CONFLICT_NOT_DECLARED(422, 25),
    CONFLICT_ALREADY_DECLARED(409, 25),
    CONFLICT_OF_INTEREST(422, 25),
    SCORES_NOT_AS_CRITERIA(422, 25),
    BID_ALREADY_SCORED(409, 25),
    EVALUATION_INCOMPLETE(422, 25),
    MILESTONES_NOT_CONTRACT(422, 25),
    AWARDER_MAY_NOT(422, 25),
    MILESTONE_ALREADY_ACCEPTED(409, 25),
    MILESTONE_NOT_ACCEPTED(422, 25),
    MILESTONE_ALREADY_PAID(409, 25),
    MILESTONES_NOT_PAID(422, 25),
    /** A reward is for who satisfied people. */
    REWARD_NOT_EARNED(422, 25),
    REWARD_ALREADY_GIVEN(409, 25),
    PAYMENT_UNDER_WAY(409, 25),
    /** Services are paid as an accepted milestone or a reward. */
    SERVICES_PAID_BY_HAND(422, 25),

    /** A year is allocated once. */
    ALLOCATION_ALREADY_COMMITTED(409, 15),
    NOTHING_TO_ALLOCATE(422, 15),
    WEIGHTS_OF_UNIT_ALL_ZERO(422, 15),
    WEIGHT_OF_INELIGIBLE(422, 15),
    LEDGER_NOT_OPEN(422, 16),

    /** Every fen of a pool is distributed to, or spent for, named communities. */
    COMMUNITIES_DO_NOT_ADD_UP(422, 15),
    /** A pool is distributed by a decision of its own, which books both ledgers. */
    DISTRIBUTION_BY_DECISION(422, 15),
    NOTHING_TO_DISTRIBUTE(422, 15),
    POOL_SHARE_EXCEEDED(422, 15),
    /** What arrived in the subdistricts' ledgers is taken back there first. */
    DISTRIBUTION_ARRIVED(409, 16),

    /** A year of a division is adopted once; later figures amend the version in force. */
    BUDGET_ALREADY_ADOPTED(409, 15),
    BUDGET_LINES_INCOMPLETE(422, 15),
    BUDGET_OF_COMMUNITY(422, 15),
    BUDGET_ADOPTED_BY_DRAFTER(422);

    private final int status;
    private final List<Integer> articles;

    FundingProblem(int status, Integer... articles) {
        this.status = status;
        this.articles = List.of(articles);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public List<Integer> articles() {
        return articles;
    }

    @Override
    public String bundle() {
        return "messages/funding";
    }
}
