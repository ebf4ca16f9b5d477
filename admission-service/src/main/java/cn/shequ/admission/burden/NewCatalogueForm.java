package cn.shequ.admission.burden;

import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A form or ledger that is really needed (确有需要, Art. 7).
 *
 * @param kind STATISTICAL_FORM or LEDGER
 * @param basis the document that it rests on
 * @param fields what it asks for, each once
 */
@Schema(examples = """
                {"kind":"STATISTICAL_FORM","title":"学龄儿童统计表","issuingBody":"11220102DEM000022E",\
                "basis":"演示用文件第一号","frequency":"YEARLY","fields":["姓名","出生日期","住址"],"validFrom":"2026-01-01"}""")
public record NewCatalogueForm(
        @NotNull DemandKind kind,
        @NotBlank @Size(max = 200) String title,
        @NotNull CreditCode issuingBody,
        @NotBlank @Size(max = 400) String basis,
        @NotNull Frequency frequency,
        @NotNull @Size(min = 1, max = 200) List<@NotBlank @Size(max = 100) String> fields,
        @NotNull LocalDate validFrom) {

    List<FieldError> findings() {
        List<FieldError> findings = new ArrayList<>();
        if (!kind.needsForm()) {
            findings.add(FieldError.of(
                    "kind",
                    "not-in-list",
                    Map.of("value", kind, "list", List.of(DemandKind.LEDGER, DemandKind.STATISTICAL_FORM))));
        }
        Set<String> names = new HashSet<>();
        for (int number = 0; number < fields.size(); number++) {
            String name = FieldName.normalised(fields.get(number));
            String place = "fields[%d]".formatted(number);
            if (name.isEmpty()) {
                findings.add(FieldError.of(place, "required"));
            } else if (!names.add(name)) {
                findings.add(FieldError.of(place, "duplicate", Map.of("value", fields.get(number))));
            }
        }
        return findings;
    }
}
