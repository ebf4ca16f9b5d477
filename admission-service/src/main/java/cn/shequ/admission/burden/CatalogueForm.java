package cn.shequ.admission.burden;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form or ledger of the catalogue (Art. 7).
 *
 * @param division that of the issuing body: communities in it may be asked to fill it in
 * @param validTo the last day; null while no end is set
 * @param mergedInto the form that asks for its fields from then on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueForm(
        UUID id,
        DemandKind kind,
        String title,
        CreditCode issuingBody,
        DivisionCode division,
        String basis,
        Frequency frequency,
        List<String> fields,
        @JsonIgnore String enteredBy,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID mergedInto) {

    static CatalogueForm of(UUID id, NewCatalogueForm asked, DivisionCode division, String person) {
        return new CatalogueForm(
                id,
                asked.kind(),
                asked.title(),
                asked.issuingBody(),
                division,
                asked.basis(),
                asked.frequency(),
                List.copyOf(asked.fields()),
                person,
                asked.validFrom(),
                null,
                null);
    }

    boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
