package cn.shequ.facilities.premises;

import cn.shequ.kit.identity.CreditCode;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody means to do with premises, and with whom. */
@Schema(description = "A planned disposal of premises.", examples = """
                {"disposal": "LEASE_OUT", "plannedOn": "2026-03-01"}""")
public record NewDisposal(
        @NotNull Disposal disposal,

        @Nullable @Schema(description = "The other party's unified social credit code.")
        CreditCode counterparty,

        @NotNull LocalDate plannedOn) {}
