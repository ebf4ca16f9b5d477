package cn.shequ.funding.obligation;

import cn.shequ.kit.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the city and the district pay of training costs (Art. 20): the city its percentage, 50 in urban districts (1 : 1),
 * and what does not divide into whole fen; the district the rest, so that both add up to the cost.
 */
record TrainingShares(Money city, Money district) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static TrainingShares of(Money cost, BigDecimal cityPercent) {
        Money city = new Money(cost.yuan().multiply(cityPercent).divide(HUNDRED, 2, RoundingMode.CEILING)).min(cost);
        return new TrainingShares(city, cost.minus(city));
    }
}
