package cn.shequ.funding.disclosure;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a community's funds held at the beginning of a period, took in, gave out and held at its end, in CNY (Art. 16):
 * opening + in − out = closing. It never changes.
 *
 * @param corrects the version that this one takes the place of
 * @param correctedBy the version that takes the place of this one
 * @param movements how many lines it has
 * @param overdue how many obligations towards the community were late or short
 * @param logSize the entries are those of the first so many events: the size of a checkpoint of the event log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Disclosure(
        UUID id,
        DivisionCode community,
        LocalDate periodFrom,
        LocalDate periodTo,
        int version,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        Money opening,
        Money moneyIn,
        Money moneyOut,
        Money closing,
        int movements,
        int overdue,
        long logSize,
        Instant publishedAt) {}
