package cn.shequ.facilities.development;

import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.rulebook.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Art. 13: at least so many square metres of floor area per 100 households, over the development and, so that no
 * phase lives on the promises of a later one, for all phases up to each. The test is exact: area × 100 ≥ households ×
 * rate.
 */
final class PlanStandard {

    static final String RULE = "development.area-per-100-households";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PlanStandard() {}

    /** The figures that decide: of the whole plan if it falls short, else of the first phase that does. */
    static Measure measure(List<Phase> phases, Rule rate) {
        List<Measure> cumulative = cumulative(phases, rate.decimal());
        Measure whole = cumulative.getLast();
        return whole.isMet()
                ? cumulative.stream()
                        .filter(measure -> !measure.isMet())
                        .findFirst()
                        .orElse(whole)
                : whole;
    }

    private static List<Measure> cumulative(List<Phase> phases, BigDecimal rate) {
        List<Measure> measures = new ArrayList<>();
        int households = 0;
        FloorArea planned = FloorArea.NONE;
        for (Phase phase : phases) {
            households += phase.households();
            planned = planned.plus(phase.area());
            measures.add(new Measure(phase.phase(), households, planned, rate));
        }
        return measures;
    }

    /** Households and area of all phases up to one. */
    record Measure(int upToPhase, int households, FloorArea planned, BigDecimal rate) {

        boolean isMet() {
            BigDecimal demanded = BigDecimal.valueOf(households).multiply(rate);
            return planned.squareMetres().multiply(HUNDRED).compareTo(demanded) >= 0;
        }

        /** The smallest area with two decimals that meets the standard. */
        FloorArea required() {
            return new FloorArea(
                    BigDecimal.valueOf(households).multiply(rate).divide(HUNDRED, 2, RoundingMode.CEILING));
        }

        FloorArea missing() {
            return planned.missingTo(required());
        }
    }
}
