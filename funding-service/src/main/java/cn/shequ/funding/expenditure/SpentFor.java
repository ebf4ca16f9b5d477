package cn.shequ.funding.expenditure;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.fund.Fund;
import cn.shequ.funding.fund.FundPurpose;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Money of a pool is spent for named communities of its territory, to the fen (Art. 15); other funds may name them too. */
@ApplicationScoped
class SpentFor {

    private final Territory territory;

    SpentFor(Territory territory) {
        this.territory = territory;
    }

    /** @throws Refusal when the communities do not add up, are named twice, or lie elsewhere */
    void require(Fund fund, NewExpenditure wanted) {
        List<ForCommunity> named = wanted.forCommunities();
        if (named.isEmpty() && fund.purpose() != FundPurpose.POOL) {
            return;
        }
        Money total = Money.sum(named.stream().map(ForCommunity::amount).toList());
        if (!total.equals(wanted.amount())) {
            throw Refusal.of(FundingProblem.COMMUNITIES_DO_NOT_ADD_UP)
                    .with("amount", wanted.amount())
                    .with("named", total);
        }
        Set<DivisionCode> within =
                territory.within(fund.division(), DivisionLevel.COMMUNITY, wanted.bookedOn()).stream()
                        .map(Division::code)
                        .collect(Collectors.toSet());
        Set<DivisionCode> seen = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            DivisionCode community = named.get(i).community();
            if (!seen.add(community)) {
                throw Refusal.of(HttpProblem.INVALID_REQUEST)
                        .at(FieldError.of("communities[" + i + "].community", "duplicate", Map.of("value", community)));
            }
            if (!within.contains(community)) {
                throw Refusal.of(FundingProblem.COMMUNITY_OUTSIDE_LEDGER)
                        .with("community", community)
                        .with("ledgerDivision", fund.division());
            }
        }
    }
}
