package cn.shequ.funding.receipt;

import cn.shequ.funding.FundingProblem;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.funding.obligation.Obligation;
import cn.shequ.kit.money.Money;
import cn.shequ.kit.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What money settles: the obligations it names, else the oldest due first, then by code. */
final class Settling {

    /** One obligation and what it gets. */
    record Part(Obligation obligation, Money amount) {

        boolean completes() {
            return obligation.outstanding().equals(amount);
        }
    }

    private Settling() {}

    /** Goes through what is owed from the oldest on, until the money is used up. */
    static List<Part> oldestDueFirst(List<Obligation> owed, Money received) {
        List<Part> parts = new ArrayList<>();
        Money left = received;
        for (Obligation obligation :
                owed.stream().sorted(Obligation.OLDEST_DUE_FIRST).toList()) {
            Money amount = obligation.outstanding().min(left);
            if (amount.isPositive()) {
                parts.add(new Part(obligation, amount));
                left = left.minus(amount);
            }
        }
        return parts;
    }

    /** @throws Refusal when one of them is not owed by the payer in this ledger, or not by that much */
    static List<Part> asNamed(List<Obligation> found, List<Settlement> named, UUID ledger, Payer payer) {
        Map<UUID, Obligation> known = found.stream().collect(Collectors.toMap(Obligation::id, Function.identity()));
        return named.stream()
                .map(settlement -> part(known.get(settlement.obligation()), settlement, ledger, payer))
                .toList();
    }

    private static Part part(@Nullable Obligation owed, Settlement wanted, UUID ledger, Payer payer) {
        if (owed == null || !owed.ledger().equals(ledger) || !owed.payer().equals(payer)) {
            throw Refusal.of(FundingProblem.OBLIGATION_NOT_OF_PAYER)
                    .with("obligation", wanted.obligation())
                    .with("ledger", ledger)
                    .with("payer", payer);
        }
        if (wanted.amount().compareTo(owed.outstanding()) > 0) {
            throw Refusal.of(FundingProblem.SETTLES_MORE_THAN_OUTSTANDING)
                    .with("obligation", owed.id())
                    .with("outstanding", owed.outstanding())
                    .with("amount", wanted.amount());
        }
        return new Part(owed, wanted.amount());
    }

    static Money total(List<Part> parts) {
        return Money.sum(parts.stream().map(Part::amount).toList());
    }
}
