package cn.shequ.admission.organisation;

import cn.shequ.kit.identity.CreditCode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The credit code that the district gives the organisation. */
@Schema(examples = "{\"creditCode\":\"52220102MJ00000013\"}")
public record NewRegistration(@NotNull CreditCode creditCode) {}
