package cn.shequ.admission.duty;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A duty that law expressly gives to residents' committees: it needs no admission (Art. 4). */
@Schema(examples = """
                {"code":"CIVIL_MEDIATION","titleZh":"调解民间纠纷","titleEn":"Mediate disputes among residents",\
                "basisKind":"LAW","citationZh":"《中华人民共和国城市居民委员会组织法》第三条第（三）项",\
                "citationEn":"Organic Law of the Urban Residents' Committees, Art. 3(3)","validFrom":"1990-01-01"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatutoryDuty(
        @NotNull @Pattern(regexp = CatalogueCode.FORM) String code,
        @NotBlank @Size(max = 200) String titleZh,
        @NotBlank @Size(max = 200) String titleEn,
        @NotNull LegalBasisKind basisKind,
        @NotBlank @Size(max = 200) String citationZh,
        @NotBlank @Size(max = 200) String citationEn,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
