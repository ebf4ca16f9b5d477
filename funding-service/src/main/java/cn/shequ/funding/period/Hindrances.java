package cn.shequ.funding.period;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What keeps a month from being closed, counted.
 *
 * @param expenditures await approval
 * @param commitments reservations that await approval
 * @param returns await approval
 * @param openings opening balances that await approval
 * @param unnumbered entries that await their voucher numbers; a moment later they have them
 * @param gaps in the voucher numbers
 */
record Hindrances(long expenditures, long commitments, long returns, long openings, long unnumbered, long gaps) {

    boolean any() {
        return expenditures + commitments + returns + openings + unnumbered + gaps > 0;
    }

    Map<String, Long> figures() {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("expenditures", expenditures);
        figures.put("commitments", commitments);
        figures.put("returns", returns);
        figures.put("openings", openings);
        figures.put("unnumbered", unnumbered);
        figures.put("gaps", gaps);
        return figures;
    }
}
