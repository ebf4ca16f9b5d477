package cn.shequ.admission.organisation;

import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many members an organisation has by now, and its capital in CNY. */
@Schema(examples = "{\"individualMembers\":24,\"institutionalMembers\":0,\"capital\":\"5000.00\"}")
public record Figures(
        @Min(0) @Max(1_000_000) int individualMembers,
        @Min(0) @Max(1_000_000) int institutionalMembers,
        @NotNull Money capital) {}
