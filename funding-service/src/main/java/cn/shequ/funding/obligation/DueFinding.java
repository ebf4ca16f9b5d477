package cn.shequ.funding.obligation;

import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the service last found about an obligation when a deadline had passed (Art. 16).
 *
 * @param kind LATE when nothing was paid in time, SHORT when less than was owed
 * @param deadline the due day, or the day since which it was owed again, or the next business day
 * @param provisional whether the holidays of the deadline's year were not announced yet
 */
public record DueFinding(
        UUID id,
        @JsonIgnore UUID obligation,
        String kind,
        Money paidInTime,
        LocalDate deadline,
        boolean provisional,
        LocalDate foundOn) {}
