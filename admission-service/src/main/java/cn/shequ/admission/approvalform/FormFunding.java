package cn.shequ.admission.approvalform;

import cn.shequ.admission.placement.YearCost;
import cn.shequ.admission.task.FundingRow;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The money of an application as its form lists it (Art. 11). */
record FormFunding(List<Line> lines) {

    /**
     * What a year costs some communities.
     *
     * @param community the one, or null for each of those that have no line of their own in that year
     * @param cost of each of them
     */
    record Line(@Nullable DivisionCode community, int communities, YearCost cost) {

        Money total() {
            return cost.amountDue().times(communities);
        }
    }

    static FormFunding of(List<FundingRow> rows, Collection<DivisionCode> communities) {
        Map<Integer, Long> ownLines = rows.stream()
                .filter(row -> row.community() != null)
                .collect(Collectors.groupingBy(FundingRow::fundingYear, Collectors.counting()));
        return new FormFunding(rows.stream()
                .map(row -> new Line(
                        row.community(),
                        row.community() != null
                                ? 1
                                : communities.size()
                                        - ownLines.getOrDefault(row.fundingYear(), 0L)
                                                .intValue(),
                        row.cost()))
                .toList());
    }

    Map<Integer, Money> totals() {
        return lines.stream()
                .collect(Collectors.toMap(line -> line.cost().fundingYear(), Line::total, Money::plus, TreeMap::new));
    }

    Money total() {
        return Money.sum(totals().values());
    }
}
