package cn.shequ.admission.task;

import cn.shequ.kit.division.DivisionCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a year costs a community (Art. 11): its own row, else the row for all. */
final class FundingTable {

    private record Cell(DivisionCode community, int year) {}

    private final Map<Cell, FundingRow> own = new HashMap<>();
    private final Map<Integer, FundingRow> forAll = new HashMap<>();

    FundingTable(List<FundingRow> rows) {
        for (FundingRow row : rows) {
            if (row.community() == null) {
                forAll.put(row.fundingYear(), row);
            } else {
                own.put(new Cell(row.community(), row.fundingYear()), row);
            }
        }
    }

    Optional<FundingRow> row(DivisionCode community, int year) {
        FundingRow ofItsOwn = own.get(new Cell(community, year));
        return Optional.ofNullable(ofItsOwn != null ? ofItsOwn : forAll.get(year));
    }
}
