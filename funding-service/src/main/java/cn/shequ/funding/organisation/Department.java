package cn.shequ.funding.organisation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import org.jspecify.annotations.Nullable;

/** A body of government that may ask for services (Art. 35). */
public record Department(
        CreditCode creditCode,
        DivisionCode division,
        String name,
        @Nullable CreditCode succeededBy) {}
