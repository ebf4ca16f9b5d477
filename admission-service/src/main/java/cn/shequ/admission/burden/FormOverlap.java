package cn.shequ.admission.burden;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A form and another one in force that ask the same communities for the same, to be merged (Art. 7).
 *
 * @param fields how many the first asks for
 * @param otherFields how many the other asks for
 * @param shared what both ask for, as the first names it
 */
@Schema(examples = """
                {"form":"019a9c5e-0000-7000-8000-000000000001","title":"学龄儿童统计表",\
                "other":"019a9c5e-0000-7000-8000-000000000002","otherTitle":"儿童接种登记表","fields":3,"otherFields":4,\
                "shared":["姓名","出生日期"],"sharedPercent":66}""")
public record FormOverlap(
        UUID form, String title, UUID other, String otherTitle, int fields, int otherFields, List<String> shared) {

    /** How much of the shorter form the other asks for as well, in whole percent, rounded down. */
    @JsonProperty
    public int sharedPercent() {
        return 100 * shared.size() / Math.min(fields, otherFields);
    }

    /** Its place in the list: what shares most comes first. */
    String key() {
        return "%05d%s".formatted(99_999 - shared.size(), other);
    }
}
