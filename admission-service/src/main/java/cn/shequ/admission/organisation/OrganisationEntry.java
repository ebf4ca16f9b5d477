package cn.shequ.admission.organisation;

import cn.shequ.events.admission.OrganisationCategory;
import cn.shequ.events.admission.OrganisationKind;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What everybody may know of an organisation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationEntry(
        UUID id,
        DivisionCode community,
        String nameZh,
        OrganisationKind kind,
        @Nullable OrganisationCategory category,
        Track track,
        OrganisationStage stage,
        @Nullable CreditCode creditCode,
        @Nullable CreditCode setUpBy) {}
