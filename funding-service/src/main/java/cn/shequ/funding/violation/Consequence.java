package cn.shequ.funding.violation;

import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the four things that always follow a confirmation, or its being taken back (Art. 16).
 *
 * @param until the last day of a veto and of the loss of awards
 * @param rule the rulebook row that decided how long, by its reference
 * @param addressee of a referral: the division whose discipline body gets it
 * @param number of a referral, such as {@code 2026-0003}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consequence(
        UUID id,
        Kind kind,
        Effect effect,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String rule,
        @Nullable DivisionCode addressee,
        @Nullable String number) {

    /** What follows. */
    public enum Kind {
        /** 一票否决. */
        VETO,
        /** 取消各类评先评优资格. */
        AWARDS_LOST,
        /** 通报. */
        PUBLIC_NOTICE,
        /** 按财经纪律移送处理. */
        REFERRAL
    }

    /** Whether it begins or is taken back. */
    public enum Effect {
        IMPOSED,
        LIFTED
    }
}
