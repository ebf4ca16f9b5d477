package cn.shequ.admission.placement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the payments so far cover (Art. 5): nothing before the first funding year is paid, because the funds come
 * before the task; after that everything up to the day on which the grace of an unpaid later year ends.
 *
 * @param started whether the first funding year is paid, or costs nothing
 * @param through the last covered day; null when nothing more is owed
 * @param owed the year that is owed next; null when none is
 */
record FundingCover(
        boolean started,
        @Nullable LocalDate through,
        @Nullable FundingYear owed) {

    static FundingCover of(List<FundingYear> years, int graceDays) {
        List<FundingYear> inOrder = years.stream()
                .sorted(Comparator.comparingInt(FundingYear::fundingYear))
                .toList();
        if (!inOrder.isEmpty() && inOrder.getFirst().isOwed()) {
            return new FundingCover(false, null, inOrder.getFirst());
        }
        Optional<FundingYear> next =
                inOrder.stream().filter(FundingYear::isOwed).min(Comparator.comparing(FundingYear::payBy));
        return new FundingCover(
                true, next.map(year -> year.payBy().plusDays(graceDays)).orElse(null), next.orElse(null));
    }

    boolean holdsOn(LocalDate day) {
        return started && (through == null || !day.isAfter(through));
    }
}
