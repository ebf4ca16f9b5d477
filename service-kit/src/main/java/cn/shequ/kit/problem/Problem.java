package cn.shequ.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem.
 *
 * @param code the stable code of the refusal
 * @param articles the policy's articles it rests on; empty when a product default or plain HTTP decided
 * @param figures what was required and what was found
 * @param errors every field that is wrong, all at once
 * @param rule the rulebook row that decided, as {@code id@version}; of a local rule {@code id@version/division}
 * @param attemptId the record of a refused attempt that was kept
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        List<Integer> articles,
        Map<String, Object> figures,
        List<FieldError> errors,
        @Nullable String rule,
        @Nullable String attemptId,
        @Nullable String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The problem type's URI for a code. */
    public static String typeOf(String code) {
        return "urn:shequ:problem:" + code;
    }
}
