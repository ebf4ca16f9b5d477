package cn.shequ.funding.balance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The two times of a balance.
 *
 * @param bookedOn what is booked on this day or before
 * @param knownAt what a reader of the log knew at this number; null for everything that is recorded
 */
public record AsOf(LocalDate bookedOn, @Nullable Long knownAt) {}
