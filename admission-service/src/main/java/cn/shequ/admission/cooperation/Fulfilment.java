package cn.shequ.admission.cooperation;

import cn.shequ.events.admission.CooperationFunction;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import org.jspecify.annotations.Nullable;

/** Which body fulfils a function in a division. */
public record Fulfilment(
        DivisionCode division,
        CooperationFunction function,
        CreditCode creditCode,
        String nameZh,
        @Nullable String nameEn) {}
