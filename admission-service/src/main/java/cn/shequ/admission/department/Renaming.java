package cn.shequ.admission.department;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A renaming as it is kept, numbered for each body from 1.
 *
 * @param renamedOn the first day on which the body is called so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Renaming(
        int number,
        String formerZh,
        @Nullable String formerEn,
        String nameZh,
        @Nullable String nameEn,
        String document,
        LocalDate renamedOn) {}
