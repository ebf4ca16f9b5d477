package cn.shequ.admission.refusal;

import cn.shequ.events.admission.AffiliationLevel;
import cn.shequ.kit.identity.CreditCode;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who demanded: a registered body by its credit code, any other by name and level. */
public record DemandingBody(
        @Nullable CreditCode creditCode,
        @Size(max = 200) @Nullable String name,
        @Nullable AffiliationLevel level) {}
