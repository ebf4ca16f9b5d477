package cn.shequ.funding.fund;

import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What funds have available at the end of their days, while many bookings are decided one after the other as if each had come
 * alone. The database keeps the same days when the bookings are written (close_days).
 */
public final class Closings {

    private final Map<UUID, NavigableMap<LocalDate, Money>> available = new HashMap<>();

    /** One day of one fund. */
    public record Closing(UUID fund, LocalDate day, Money available) {}

    /** @param closings of each fund the last before the first booking, and all after it */
    public Closings(Collection<Closing> closings) {
        closings.forEach(closing -> days(closing.fund()).put(closing.day(), closing.available()));
    }

    /** What may be booked away on a day without any later day ending below zero. */
    public Money availableFrom(UUID fund, LocalDate day) {
        return days(fund).tailMap(day, false).values().stream().reduce(onDay(fund, day), Money::min);
    }

    /** Books it away. */
    public void take(UUID fund, LocalDate day, Money amount) {
        days(fund).put(day, onDay(fund, day));
        List.copyOf(days(fund).tailMap(day, true).keySet())
                .forEach(later -> days(fund).computeIfPresent(later, (key, held) -> held.minus(amount)));
    }

    private Money onDay(UUID fund, LocalDate day) {
        Map.Entry<LocalDate, Money> last = days(fund).floorEntry(day);
        return last == null ? Money.ZERO : last.getValue();
    }

    private NavigableMap<LocalDate, Money> days(UUID fund) {
        return available.computeIfAbsent(fund, key -> new TreeMap<>());
    }
}
