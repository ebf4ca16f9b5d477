package cn.shequ.funding.fund;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.Ledger;
import cn.shequ.funding.ledger.Ledgers;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A finance officer opens a fund: all money that comes in has a purpose before it comes (Art. 16). */
@ApplicationScoped
public class FundOpening {

    private final Ledgers ledgers;
    private final Funds funds;
    private final Territory territory;
    private final Callers callers;

    FundOpening(Ledgers ledgers, Funds funds, Territory territory, Callers callers) {
        this.ledgers = ledgers;
        this.funds = funds;
        this.territory = territory;
        this.callers = callers;
    }

    public Fund open(FundTerms terms) {
        Ledger ledger = ledgers.toActOn(terms.ledger());
        DivisionCode community = terms.community();
        if (community != null && !territory.isWithin(community, ledger.division())) {
            throw Refusal.of(FundingProblem.COMMUNITY_OUTSIDE_LEDGER)
                    .with("community", community)
                    .with("ledgerDivision", ledger.division());
        }
        return funds.open(List.of(terms), callers.current().subject()).stream()
                .findFirst()
                .flatMap(funds::find)
                .orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }
}
