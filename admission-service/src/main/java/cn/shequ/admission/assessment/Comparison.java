package cn.shequ.admission.assessment;

import java.math.BigDecimal;

/** On which side of its target a figure must lie; the target itself is met. */
public enum Comparison {
    AT_LEAST {
        @Override
        boolean isMetBy(BigDecimal figure, BigDecimal target) {
            return figure.compareTo(target) >= 0;
        }
    },
    AT_MOST {
        @Override
        boolean isMetBy(BigDecimal figure, BigDecimal target) {
            return figure.compareTo(target) <= 0;
        }
    };

    abstract boolean isMetBy(BigDecimal figure, BigDecimal target);
}
