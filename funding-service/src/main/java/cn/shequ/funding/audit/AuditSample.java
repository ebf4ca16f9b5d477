package cn.shequ.funding.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a sample.
 *
 * @param line its place in the drawing, from 1
 * @param rank SHA-256 over seed and entry, by which the drawing is ordered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditSample(
        int line,
        UUID entry,
        String rank,
        LocalDate bookedOn,
        @Nullable String voucher) {}
