package cn.shequ.admission.check;

import cn.shequ.admission.duty.CatalogueCode;
import cn.shequ.admission.placement.Placement;
import cn.shequ.admission.scope.Domains;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.territory.Territory.CodeOnDay;
import cn.shequ.kit.time.KnownDays;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a check is asked: which body, which community, which matter, which day.
 *
 * @param past whether the day is over; then the answer is how it stood at its end
 */
record Question(CreditCode department, DivisionCode community, String matter, LocalDate on, boolean past) {

    Subject subject() {
        return new Subject(department, community, matter);
    }

    /** Of a later day nothing is known yet but how it is today. */
    CodeOnDay where(LocalDate today) {
        return new CodeOnDay(community, past ? on : today);
    }

    boolean needsAdmission() {
        return needsAdmission(matter);
    }

    /** A matter of the sixteen domains, or one admitted on exceptional grounds. */
    static boolean needsAdmission(String matter) {
        return Domains.isDomain(matter) || matter.equals(Placement.EXCEPTIONAL);
    }

    /** One that needs admission, or any other code. */
    private static String matterOf(String text) {
        return needsAdmission(text) ? text : CatalogueCode.of(text);
    }

    /**
     * What was asked, or null and in {@code wrong} every wrong field.
     *
     * @param place before the names of the fields, where there is more than one question
     */
    static @Nullable Question read(AskedCheck asked, String place, LocalDate today, List<FieldError> wrong) {
        int before = wrong.size();
        CreditCode body = read(place, "department", asked.department(), "credit code, GB 32100", CreditCode::of, wrong);
        DivisionCode where = read(place, "community", asked.community(), "12 digits", DivisionCode::of, wrong);
        String what = read(place, "matter", asked.matter(), CatalogueCode.FORM, Question::matterOf, wrong);
        String on = asked.on();
        LocalDate day = on == null ? today : read(place, "on", on, "YYYY-MM-DD", LocalDate::parse, wrong);
        if (on != null && day != null) {
            KnownDays.wrong(place + "on", day).ifPresent(wrong::add);
        }
        return body == null || where == null || what == null || day == null || wrong.size() > before
                ? null
                : new Question(body, where, what, day, day.isBefore(today));
    }

    private static <T> @Nullable T read(
            String place,
            String name,
            @Nullable String text,
            String type,
            Function<String, T> reader,
            List<FieldError> wrong) {
        if (text == null || text.isBlank()) {
            wrong.add(FieldError.of(place + name, "required"));
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException notAValue) {
            wrong.add(FieldError.of(place + name, "not-a-value", Map.of("value", text, "type", type)));
            return null;
        }
    }
}
