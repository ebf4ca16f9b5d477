package cn.shequ.admission.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the organising office found: points for every criterion (Art. 30). */
@Schema(examples = """
                {"lines":[{"criterion":1,"points":36},{"criterion":2,"points":25},{"criterion":3,"points":26}]}""")
public record Review(@NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {

    /**
     * Points for a criterion.
     *
     * @param criterion its number in the campaign
     */
    public record Line(int criterion, @Min(0) int points) implements CriterionPoints {}
}
