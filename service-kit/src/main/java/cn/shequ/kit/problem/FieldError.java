package cn.shequ.kit.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * One thing that is wrong with one field of a request.
 *
 * @param field the path in the body ({@code placements[2].community}) or the parameter's name
 * @param code what is wrong, stable
 * @param message the same in the reader's language
 */
public record FieldError(
        String field,
        String code,
        String message,
        @JsonIgnore Map<String, Object> figures) {

    /** An error whose text is looked up under {@code field.<code>} when it is shown. */
    public static FieldError of(String field, String code) {
        return new FieldError(field, code, "", Map.of());
    }

    /** An error with figures for its text. */
    public static FieldError of(String field, String code, Map<String, Object> figures) {
        return new FieldError(field, code, "", figures);
    }

    /** An error whose text is already in the reader's language. */
    public static FieldError said(String field, String code, String message) {
        return new FieldError(field, code, message, Map.of());
    }

    FieldError saying(String text) {
        return new FieldError(field, code, text, figures);
    }
}
