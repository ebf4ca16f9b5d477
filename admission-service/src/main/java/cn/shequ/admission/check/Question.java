package cn.shequ.admission.check;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a check is asked: which body, which community, which matter, which day. */
record Question(CreditCode department, DivisionCode community, String matter, LocalDate on) {

    private static final Pattern MATTER = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    /** @throws Refusal 400 naming every wrong parameter at once */
    static Question read(
            @Nullable String department,
            @Nullable String community,
            @Nullable String matter,
            @Nullable String on,
            LocalDate today) {
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        CreditCode body = read("department", department, "credit code, GB 32100", CreditCode::of, invalid);
        DivisionCode place = read("community", community, "12 digits", DivisionCode::of, invalid);
        String what = read("matter", matter, MATTER.pattern(), Question::matter, invalid);
        LocalDate day = on == null ? today : read("on", on, "YYYY-MM-DD", LocalDate::parse, invalid);
        // What money had been paid on a past day is funding's to say, not this register's.
        if (day != null && (day.isBefore(today) || day.isAfter(LAST_DAY))) {
            invalid.at(FieldError.of("on", "out-of-range", Map.of("least", today, "most", LAST_DAY)));
        }
        if (body == null
                || place == null
                || what == null
                || day == null
                || !invalid.errors().isEmpty()) {
            throw invalid;
        }
        return new Question(body, place, what, day);
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, String type, Function<String, T> reader, Refusal invalid) {
        if (text == null || text.isBlank()) {
            invalid.at(FieldError.of(name, "required"));
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException notAValue) {
            invalid.at(FieldError.of(name, "not-a-value", Map.of("value", text, "type", type)));
            return null;
        }
    }

    private static String matter(String text) {
        if (!MATTER.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
